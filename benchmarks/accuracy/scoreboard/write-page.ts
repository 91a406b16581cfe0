import { CHECKS, THRESHOLDS } from '@reident/engine';
import { SCENARIOS, type Scenario } from '@reident/samples';
import type { Board } from './board.ts';
import { FIELDS, type Figure, percent, reached, shareOf } from './figures.ts';
import { VIZ_FIELDS } from './measure-mrz.ts';
import type { PhotographBoard } from './photograph-figures.ts';
import type { Spread } from './spread.ts';

/**
 * The page for people: every figure with n and its 95 % interval, goals beside what was reached, what was seen on photographs beside
 * what was drawn.
 *
 * @param photographs  null where nobody has measured any
 */
export function writePage(board: Board, photographs: PhotographBoard | null): string {
  const { figures, faces, cpu, megabytes } = board;
  const of = (id: string) => figures.find((figure) => figure.id === id) ?? { id, hits: 0, n: 0, better: 'more' };
  const rows = (prefix: string) => figures.filter(({ id, n }) => id.startsWith(`${prefix}.`) && n > 0);
  const name = ({ id }: Figure) =>
    id
      .slice(id.indexOf('.') + 1)
      .replace('level.', '')
      .replaceAll('_', ' ');
  const attacks = rows('success').filter((figure) => group(figure) === 'attack');
  const worst = [...attacks].sort((a, b) => b.hits / b.n - a.hits / a.n)[0];
  const at = (threshold: number) => faces.photographs.points.find((point) => point.threshold === threshold)!;
  const [same, other] = [at(THRESHOLDS.faceDistanceSame.value), at(THRESHOLDS.faceDistanceOther.value)];

  return `# Scoreboard of the engine

Written by \`npm run scoreboard\`; do not edit. Engine ${board.engineVersion}, ${board.measuredOn}, ${board.cases} cases and ${board.photos} photos of MRZs.

Figures of two kinds, side by side. **Drawn**: synthetic documents and drawn faces, from seeds on which neither a threshold nor the
reader's training rests, but by the generator whose font also trained the reader. **Photographs**: ${photographs ? `${photographs.pictures} pictures, ${photographs.source}, measured ${photographs.measuredOn} with engine ${photographs.engineVersion}` : 'none measured yet'}. Where the two differ,
believe the photographs. Nobody independent has measured anything here. Every share is given with its counts and its 95 % interval
(Clopper and Pearson). Pictures take the real path: bytes, engine process, reading, evidence, findings, verdict.

![MRZs by scenario, face comparison by threshold](scoreboard.svg)

## Goals

| Goal | Drawn | Reached | Photographs | Reached |
| --- | --- | --- | --- | --- |
${goalRows(of, photographs)}
| verdict within 5 s of submission (p95), two cores | a whole session takes ${cpu.session.p95} CPU seconds (p95, n = ${cpu.session.n}), most of it while the customer goes on; what is left then takes ${cpu.judging.p95}; on the clock, from submission: \`npm run bench verdict\` | see there | – | – |
| a document side in ≤ 1.5 CPU seconds at the median, ≤ 4 at p95 | ${cpu.document.median} and ${cpu.document.p95} (n = ${cpu.document.n}) | ${fastEnough(cpu.document)} | ${photographs ? `${photographs.cpu.median} and ${photographs.cpu.p95} (n = ${photographs.cpu.n})` : '–'} | ${photographs ? fastEnough(photographs.cpu) : '–'} |
| engine process ≤ 400 MB | ${megabytes} MB resident at most | ${megabytes <= 400 ? 'yes' : '**no**'} | – | – |

*Yes* stands only where the whole interval lies on the right side of the goal. *Open* says that the share does, and that n is too small to
be sure.
${photographSection(photographs)}
Of the drawn cases: the liveness check has one frame for each of three prompts; the tilted document is recorded only where the scenario is
about it, without a clip. Everything below is **drawn** unless it says otherwise.

## The MRZ

Photos of each level, documents with TD1, TD2 and TD3 MRZs in turn, 1280 × 720 to 1440 × 1920; the levels are defined in
\`benchmarks/accuracy/mrz-levels/levels.ts\`. *Exact* means every character, accepted or not. *Nothing erased* leaves out photos in which a
reflection left less than a sixth of the contrast of at least one symbol: nobody can read those. *After at most one retake* is **simulated**:
where a photo was not accepted, another is drawn from the same level with another seed; it counts if one of the two was accepted and is exact.

| Level | exact | exact, nothing erased | accepted | accepted but wrong, retakes too | accepted and exact after at most one retake |
| --- | --- | --- | --- | --- | --- |
${rows('mrz.exact')
  .map((figure) => {
    const level = figure.id.slice('mrz.exact.'.length);
    const cells = ['exact', 'legible', 'accepted', 'wrong', 'retake'].map((what) =>
      shareOf(of(`mrz.${what}.${level}`)),
    );
    return `| ${level === 'all' ? '**all**' : level} | ${cells.join(' | ')} |`;
  })
  .join('\n')}

| Picture in a session | read exactly |
| --- | --- |
${rows('mrz')
  .filter(({ id }) => id.startsWith('mrz.level.'))
  .map((figure) => `| ${name(figure)} | ${shareOf(figure)} |`)
  .join('\n')}

| Field of the MRZ, over the good pictures of the cases | right |
| --- | --- |
${FIELDS.map((field) => `| ${field} | ${shareOf(of(`field.${field}`))} |`).join('\n')}

## The VIZ

The same fields where they are printed for people: right if some line that was read contains the whole text, diacritics folded.

| Field | read exactly |
| --- | --- |
${VIZ_FIELDS.map((field) => `| ${field} | ${shareOf(of(`viz.field.${field}`))} |`).join('\n')}

| Picture | fields read exactly |
| --- | --- |
${rows('viz.level')
  .map((figure) => `| ${figure.id.slice('viz.level.'.length).replaceAll('_', ' ')} | ${shareOf(figure)} |`)
  .join('\n')}

## Good customers

${shareOf(of('good.success'))} of the good cases end in success without a person; ${shareOf(of('good.canceled'))} are cancelled
wrongly, the rest goes to a specialist. So BPCER, the share of good cases that do not pass automatically, is ${shareOf(inverse(of('good.success')))}.

## Presentation attacks, by PAI species

APCER counts attacks that end in automatic success, as if they were good cases. *Named* counts those for which the engine raised a reason
that a specialist would give; the others were stopped, or sent to a specialist, for another reason. Drawn faces are too similar for *turn
exchanged*, in which somebody else answers the liveness check from the first turn on: what that row says about face thresholds does not
apply to people, in either direction (see face comparison).
${worst ? `Worst PAI species: **${name(worst)}**, APCER ${shareOf(worst)}.` : ''}

| PAI species | APCER | named |
| --- | --- | --- |
${attacks.map((figure) => `| ${name(figure)} | ${shareOf(figure)} | ${shareOf(of(figure.id.replace('success.', 'named.')))} |`).join('\n')}

## Pictures and documents that are not good enough

| Scenario | ends in success | named |
| --- | --- | --- |
${rows('success')
  .filter((figure) => ['picture', 'content'].includes(group(figure)))
  .map((figure) => `| ${name(figure)} | ${shareOf(figure)} | ${shareOf(of(figure.id.replace('success.', 'named.')))} |`)
  .join('\n')}

## Checks

A false alarm is a good case in which the check failed or could not tell. A miss is a case with a defect whose reason the check can raise,
but did not; another check may have.

| Check | false alarms | misses |
| --- | --- | --- |
${CHECKS.map(({ id }) => `| ${id} | ${shareOf(of(`alarm.${id}`))} | ${of(`miss.${id}`).n > 0 ? shareOf(of(`miss.${id}`)) : '–'} |`).join('\n')}

## Face comparison

Pairs of different people stand side by side in the group photographs inside the installed \`@vladmandic/face-api\` package
(${faces.photographs.people} faces). Pairs of one person are **simulated**: a face and a small, pale, blurred print of the same photograph. That is
optimistic, because both have the same day, light and camera, and says next to nothing about real false rejects.

| Threshold of distance | FMR | FNMR, simulated |
| --- | --- | --- |
| ${same.threshold} (up to here: one person) | ${percent(same.fmr)}, at most ${percent(same.fmrUpper)} (n = ${faces.photographs.impostor}) | ${percent(same.fnmr)}, at most ${percent(same.fnmrUpper)} (n = ${faces.photographs.genuine}) |
| ${other.threshold} (above: two people) | ${percent(other.fmr)}, at most ${percent(other.fmrUpper)} | ${percent(other.fnmr)}, at most ${percent(other.fnmrUpper)} |

Drawn faces separately: at ${same.threshold} the comparison takes ${percent(faces.drawn.points.find(({ threshold }) => threshold === same.threshold)!.fmr)} of ${faces.drawn.impostor} pairs of different
drawn faces for one person. They are too similar; nothing follows for people.

What photographs of 634 people say, by which the limits were chosen: [faces](measurements/faces.md). To measure your own:
\`npm run scoreboard -- faces <folder>\`, with photographs named \`person_number.jpg\` or as LFW has them, writes a curve.

## CPU and memory

| Stage, CPU seconds of the engine process | n | median | p95 |
| --- | --- | --- | --- |
| a side of a document | ${cpu.document.n} | ${cpu.document.median} | ${cpu.document.p95} |
| a selfie | ${cpu.selfie.n} | ${cpu.selfie.median} | ${cpu.selfie.p95} |
| a recording of three frames, or of twelve with a tilted document | ${cpu.recording.n} | ${cpu.recording.median} | ${cpu.recording.p95} |
| a whole session | ${cpu.session.n} | ${cpu.session.median} | ${cpu.session.p95} |
| evidence, findings and verdict, all that is left once everything has been read | ${cpu.judging.n} | ${cpu.judging.median} | ${cpu.judging.p95} |
`;
}

function group(figure: { id: string }): Scenario['group'] {
  return (SCENARIOS as Record<string, Scenario>)[figure.id.slice('success.'.length)]!.group;
}

function inverse({ hits, n }: { hits: number; n: number }) {
  return { hits: n - hits, n };
}

/** Goals that both kinds of pictures can tell something about. */
// biome-ignore format: a table
const GOALS = [
  // goal                                                                     of what is drawn       of photographs           share
  ['MRZ exact on clean pictures ≥ 99 %',                                      'mrz.clean',           null,                    0.99],
  ['MRZ exact on degraded pictures with no symbol erased ≥ 95 %',             'mrz.degraded',        'mrz.exact',             0.95],
  ['an MRZ accepted that was read wrongly ≤ 1 %',                             'mrz.accepted_wrong',  'mrz.accepted_wrong',    0.01],
  ['outline within 6 % of the width ≥ 90 %',                                  null,                  'outline',               0.9],
  ['grey copies noticed ≥ 90 %',                                              null,                  'noticed.grey_copy',     0.9],
  ['genuine-looking pages doubted ≤ 20 %',                                    null,                  'genuine.doubted',       0.2],
  ['an attack that ends in automatic success ≤ 1 %',                          'attack.success',      null,                    0.01],
] as const;

function goalRows(of: (id: string) => Figure, photographs: PhotographBoard | null): string {
  return GOALS.map(([goal, drawn, photographed, limit]) => {
    const real = photographs?.figures.find(({ id }) => id === photographed) ?? null;
    const cells = [drawn ? of(drawn) : null, real].flatMap((figure) =>
      figure ? [shareOf(figure), inWords(reached(figure, limit))] : ['–', '–'],
    );
    return `| ${[goal, ...cells].join(' | ')} |`;
  }).join('\n');
}

function inWords(answer: ReturnType<typeof reached>): string {
  return answer === null ? '–' : { yes: 'yes', open: 'open', no: '**no**' }[answer];
}

function fastEnough({ median, p95 }: Spread): string {
  return median <= 1.5 && p95 <= 4 ? 'yes' : '**no**';
}

function photographSection(board: PhotographBoard | null): string {
  if (!board) return '';
  const noted = board.figures.find(({ id }) => id === 'mrz.truth_noted');
  const truth =
    noted && noted.hits < noted.n
      ? `\nWhat the MRZ says was noted by people for ${noted.hits} of ${noted.n}; for the others it is the sure reading that was seen most often of the same piece
of paper, which can be wrong in the same way every time.`
      : '';
  const rows = board.figures.filter(({ id }) => id !== 'mrz.truth_noted');
  return `
## Photographs

${board.pictures} pictures: ${board.source}. None of them is in the project. *Doubted* and *noticed* count a check that failed or could not tell; *advice* is
what asks the customer for another picture, by its code.${truth}

| Figure | Share |
| --- | --- |
${rows.map((figure) => `| ${figure.id.replaceAll(/[._]/g, ' ')} | ${shareOf(figure)} |`).join('\n')}

To measure your own: \`npm run scoreboard -- documents <folder>\`, with annotations of the VGG Image Annotator
([how](measurements/README.md#photographs-of-your-own)).
`;
}
