export function page(title: string, blocks: string[]): string {
  const head = '<!-- Written by tools/docs.mjs from the tables in packages/. Change the tables, not this page. -->';
  const isProse = (block: string) => /^(?!```)[\w`]/.test(block);
  const shown = blocks.map((block) => (isProse(block) ? wrapped(block) : block));
  return `${[head, `# ${title}`, ...shown].join('\n\n')}\n`;
}

/** Prose in lines of at most 120 characters, so that a change of a sentence is a change of its lines. */
function wrapped(prose: string): string {
  const lines: string[] = [];
  for (const word of prose.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > 120) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.join('\n');
}

export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function mono(text: string): string {
  return `\`${text}\``;
}

export function yes(value: boolean): string {
  return value ? 'yes' : '';
}

/** Seconds as a reader says them, in at most two units. */
export function duration(seconds: number): string {
  if (seconds < 60) return `${Number(seconds.toFixed(1))} s`;
  const units: [name: string, seconds: number][] = [
    ['d', 86_400],
    ['h', 3_600],
    ['min', 60],
    ['s', 1],
  ];
  const first = units.findIndex(([, size]) => seconds >= size);
  const smallest = units[Math.min(first + 1, units.length - 1)]![1];
  let rest = Math.round(seconds / smallest) * smallest;
  return units
    .slice(first, first + 2)
    .map(([name, size]) => {
      const count = Math.floor(rest / size);
      rest -= count * size;
      return count > 0 ? `${count} ${name}` : '';
    })
    .filter(Boolean)
    .join(' ');
}
