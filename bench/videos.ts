/**
 * How often an honest security video goes to a person, and how often one that shows another document from the middle on does.
 *
 * `npx tsx bench/videos.ts evaluation 30` draws 30 sittings of each kind; other words are other seeds. A sitting takes about ten CPU
 * seconds. Only the side with the portrait and the video are read; the checks are the real ones.
 */
import path from 'node:path';
import { drawCase } from '@reident/samples';
import { evaluateChecks } from '../packages/engine/checks/evaluate-checks.ts';
import { type CapturedReading, gatherEvidence } from '../packages/engine/evidence/gather-evidence.ts';
import { openReader } from '../packages/engine/evidence/read-capture.ts';
import { RECORDING_TYPE, writeRecording } from '../packages/engine/recording.ts';
import { interval } from './scoreboard/bounds.ts';

const seeds = process.argv[2] ?? 'evaluation';
const count = Number(process.argv[3] ?? 6);
const reader = openReader({ assetsDir: path.join(import.meta.dirname, '../packages/engine') });

const SIDES = [
  ['identity_card', 'document_front'],
  ['passport', 'document_data_page'],
] as const;
const CHECKS = ['video-shows-photographed-document', 'video-shows-one-document'];

for (const species of ['clean', 'video_exchanged'] as const) {
  const doubted: Record<string, number> = {};
  let either = 0;
  for (let i = 0; i < count; i++) {
    const [kind, step] = SIDES[i % SIDES.length]!;
    const found = await doubts(`${seeds} ${i}`, species, kind, step);
    for (const check of found) doubted[check] = (doubted[check] ?? 0) + 1;
    if (found.length > 0) either++;
    if (found.length > 0 !== (species === 'video_exchanged'))
      console.log(`  ${species} ${i}: ${found.join(', ') || 'none'}`);
  }
  for (const check of CHECKS) row(`${species}: ${check}`, doubted[check] ?? 0);
  row(`${species}: either`, either);
}

/** Which of the checks do not pass. */
async function doubts(
  seed: string,
  species: 'clean' | 'video_exchanged',
  kind: 'identity_card' | 'passport',
  step: 'document_front' | 'document_data_page',
): Promise<string[]> {
  const { captures, securityVideo, person, day } = await drawCase(species, seed, { kind, step, securityVideo: true });
  const video = writeRecording({ frames: securityVideo ?? [], clip: null });
  const readings: CapturedReading[] = [];
  for (const [of, bytes, contentType] of [
    [step, captures[0]!.jpeg, 'image/jpeg'],
    ['security_video', video, RECORDING_TYPE],
  ] as const) {
    const reading = await reader.read({ step: of, bytes, contentType }, () => {});
    readings.push({ step: of, reading, source: 'camera', capturedAt: `${day}T10:00:00.000Z` });
  }
  const order = { person, capturedOn: day, minimumAgeYears: 18, documentKind: kind, securityVideoAsked: true };
  return evaluateChecks(gatherEvidence(readings, order)).flatMap(({ check, outcome }) =>
    CHECKS.includes(check) && outcome !== 'pass' ? [check] : [],
  );
}

function row(name: string, hits: number): void {
  const [low, high] = interval(hits, count).map((share) => `${Math.round(100 * share)} %`);
  console.log(`${name}\t${hits} of ${count}\t${low} to ${high}`);
}
