import {
  citations,
  KINDS,
  type Proof,
  proofsIn,
  type Requirement,
  readRequirements,
  sourceFiles,
} from './requirements.ts';

/** `docs/requirements.md`: every requirement, the tests that prove it, and at the end those without a test. */
export function requirementsPage(): string {
  const requirements = readRequirements();
  const files = sourceFiles();
  const proofs = files.flatMap(proofsIn);
  const cited = citations(files);
  const untested = requirements.filter(({ id }) => !proofs.some((proof) => proof.id === id));
  const areas = [...new Set(requirements.map(({ area }) => area))];

  const blocks = [
    '<!-- Written by tools/docs.mjs from spec/requirements.tsv and the tests. Change those, not this page. -->',
    '# Requirements',
    'What every part of the platform has to do, and the tests that show it. *Partner* is the client of the API, *customer* the person with the phone, ' +
      '*operator* whoever works in the console. The id of a requirement stands in brackets wherever the code answers to it.',
    'A test is listed when it bears the id: in its name, in the `describe` around it, in a comment of its own, or at the head of its file. ' +
      'That it is listed means that it bears on the requirement, not that it covers every clause; what would convince us in full is said under *Full proof*. ' +
      'The long runs among these proofs are started by hand.',
    Object.entries(KINDS)
      .map(([kind, meaning]) => `- **${kind}**: ${meaning}`)
      .join('\n'),
    ...areas.flatMap((area) => [
      `## ${area}`,
      ...requirements
        .filter((row) => row.area === area)
        .flatMap((row) =>
          entry(
            row,
            proofs.filter(({ id }) => id === row.id),
          ),
        ),
    ]),
    '## No test yet',
    `${requirements.length - untested.length} of ${requirements.length} requirements have a test that names them; these ${untested.length} have none. ` +
      'Some of them are built and nobody wrote the test, or the test does not name them; some are measured and not asserted; some are not built. ' +
      'None may be called proven.',
    [
      '| Id | Kind | Named in |',
      '| --- | --- | --- |',
      ...untested.map(({ id, kind }) => {
        const named = (cited.get(id) ?? []).map((file) => `\`${file}\``).join(', ');
        return `| [${id}](#${id.toLowerCase()}) | ${kind} | ${named || 'nothing'} |`;
      }),
    ].join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The ids that a page lists as untested. */
export function untestedOn(page: string): string[] {
  const [, list = ''] = page.split('\n## No test yet\n');
  return [...list.matchAll(/^\| \[([A-Z]+-\d+)\]/gm)].map(([, id]) => id!);
}

function entry({ id, kind, sentence, proof, source }: Requirement, proofs: readonly Proof[]): string[] {
  const facts = [`*Kind*: ${kind}`, proof && `*Full proof*: ${plain(proof)}`, `*Source*: ${plain(source)}`];
  const tests = proofs.map(({ file, scope, names }) => {
    const name = plain(names.join(' › '));
    return `- \`${file}\`: ${{ test: name, describe: `${name} (all of it)`, file: 'the whole file' }[scope]}`;
  });
  return [
    `### ${id}`,
    plain(sentence),
    facts.filter(Boolean).join(' · '),
    tests.length > 0 ? tests.join('\n') : 'No test yet.',
  ];
}

/** Names and sentences are plain text; Markdown must not read anything into them. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_<[\]|]/g, '\\$&');
}
