import { writeFile } from 'node:fs/promises';
import { drawSample } from './sample.ts';
import { SAMPLES, type SampleName, SELFIES, type SelfieName } from './samples.ts';
import { drawSelfie } from './selfie.ts';

/** `npx tsx samples/cli.ts <name> <out.jpg>` draws one of the samples and prints its truth. */
const [name = '', file] = process.argv.slice(2);
if (!file || !(name in SAMPLES || name in SELFIES)) {
  const names = [...Object.keys(SAMPLES), ...Object.keys(SELFIES)];
  console.error(`usage: npx tsx samples/cli.ts <name> <out.jpg>\n\n  ${names.join('\n  ')}`);
  process.exit(2);
}
if (name in SAMPLES) {
  const sample = await drawSample(SAMPLES[name as SampleName]);
  await writeFile(file, sample.jpeg);
  console.log(JSON.stringify(sample.truth, null, 2));
} else {
  await writeFile(file, (await drawSelfie(SELFIES[name as SelfieName])).jpeg);
}
