import { writeFile } from 'node:fs/promises';
import { drawSample } from './sample.ts';
import { SAMPLES, type SampleName } from './samples.ts';

/** `npx tsx samples/cli.ts <name> <out.jpg>` draws one of the samples and prints its truth. */
const [name, file] = process.argv.slice(2);
if (!name || !(name in SAMPLES) || !file) {
  console.error(`usage: npx tsx samples/cli.ts <name> <out.jpg>\n\n  ${Object.keys(SAMPLES).join('\n  ')}`);
  process.exit(2);
}
const sample = await drawSample(SAMPLES[name as SampleName]);
await writeFile(file, sample.jpeg);
console.log(JSON.stringify(sample.truth, null, 2));
