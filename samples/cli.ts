import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { drawCase } from './case.ts';
import { drawSample } from './documents/sample.ts';
import { drawSelfie } from './people/selfie.ts';
import { SAMPLES, type SampleName, SELFIES, type SelfieName } from './samples.ts';
import { SCENARIOS, type ScenarioName } from './scenarios.ts';

/**
 * `npx tsx samples/cli.ts <name> <out.jpg>` draws one of the samples and prints its truth;
 * `npx tsx samples/cli.ts case <scenario> <folder> [seed]` draws a whole case with both recordings.
 */
const [name = '', ...rest] = process.argv.slice(2);
if (name === 'case') await writeCase(rest);
else await writeSample(name, rest[0]);

async function writeSample(name: string, file: string | undefined): Promise<void> {
  if (!file || !(name in SAMPLES || name in SELFIES)) return usage();
  if (name in SAMPLES) {
    const sample = await drawSample(SAMPLES[name as SampleName]);
    await writeFile(file, sample.jpeg);
    console.log(JSON.stringify(sample.truth, null, 2));
  } else {
    await writeFile(file, (await drawSelfie(SELFIES[name as SelfieName])).jpeg);
  }
}

async function writeCase([scenario = '', folder, seed = 'holder']: string[]): Promise<void> {
  if (!folder || !(scenario in SCENARIOS)) return usage();
  const drawn = await drawCase(scenario as ScenarioName, seed, { liveness: true, securityVideo: true });
  await mkdir(folder, { recursive: true });
  const files = [
    ...drawn.captures.map(({ step, jpeg }) => [`${step}.jpg`, jpeg] as const),
    ...(drawn.securityVideo ?? []).map(({ atMs, prompt, jpeg }) => [`video-${atMs}-${prompt}.jpg`, jpeg] as const),
    ...(drawn.liveness ?? []).map(({ atMs, prompt, jpeg }) => [`liveness-${atMs}-${prompt}.jpg`, jpeg] as const),
  ];
  for (const [file, jpeg] of files) await writeFile(path.join(folder, file), jpeg);
  console.log(JSON.stringify({ person: drawn.person, kind: drawn.kind, issuer: drawn.issuer }, null, 2));
}

function usage(): void {
  const samples = [...Object.keys(SAMPLES), ...Object.keys(SELFIES)];
  console.error(`usage: npx tsx samples/cli.ts <name> <out.jpg>
       npx tsx samples/cli.ts case <scenario> <folder> [seed]

names:\n  ${samples.join('\n  ')}\n\nscenario:\n  ${Object.keys(SCENARIOS).join('\n  ')}`);
  process.exitCode = 2;
}
