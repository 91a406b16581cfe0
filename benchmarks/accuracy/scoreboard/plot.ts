import { THRESHOLDS } from '@reident/engine';
import type { Board } from './board.ts';
import { interval } from './bounds.ts';
import type { Figure } from './figures.ts';

/** Two plots that read on light and dark background: the MRZ by scenario of picture, and the face comparison's curve. */
export function drawPlot(board: Board): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 470" font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="MRZs read exactly by scenario of picture; error rates of the face comparison by threshold">
<style>
  text { fill: #24292f } .soft { fill: #57606a } .line { stroke: #8c959f } .bar { fill: #0969da } .one { stroke: #cf222e } .two { stroke: #0969da }
  .background { fill: #ffffff } .bound { stroke: #24292f }
  @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .soft { fill: #9198a1 } .line { stroke: #656c76 } .bar { fill: #4493f8 } .one { stroke: #f47067 } .two { stroke: #4493f8 } .background { fill: #0d1117 } .bound { stroke: #e6edf3 } }
</style>
<rect class="background" width="960" height="470" rx="8"/>
${mrzPhotos(board)}
${faces(board)}
</svg>
`;
}

function mrzPhotos({ figures }: Board): string {
  const rows = [
    ...rowsOf(figures, 'mrz.exact.', (level) => level),
    ...rowsOf(figures, 'mrz.level.', (level) => `${level}, session`),
  ];
  const [left, width, top] = [190, 250, 62];
  const step = Math.min(22, 390 / Math.max(1, rows.length));
  const height = Math.max(4, step - 8);
  const bars = rows.map(({ label, figure: { hits, n } }, index) => {
    const y = top + index * step;
    const [low, high] = interval(hits, n);
    const at = (share: number) => (left + share * width).toFixed(1);
    return `<text x="${left - 8}" y="${y + height}" text-anchor="end" font-size="${Math.min(13, step - 2)}">${label.replaceAll('_', ' ')}</text>
<rect class="bar" x="${left}" y="${y}" width="${((hits / n) * width).toFixed(1)}" height="${height}" rx="2" opacity="0.85"/>
<path class="bound" d="M ${at(low)} ${y + height / 2} H ${at(high)}" stroke-width="1.5"/>
<text class="soft" x="${left + width + 10}" y="${y + height}" font-size="${Math.min(11, step - 3)}">${hits}/${n}</text>`;
  });
  return `<text x="24" y="34" font-size="16" font-weight="600">MRZs read exactly, 95 % interval</text>${bars.join('')}`;
}

function rowsOf(figures: readonly Figure[], prefix: string, label: (level: string) => string) {
  return figures
    .filter(({ id, n }) => id.startsWith(prefix) && n > 0)
    .map((figure) => ({ label: label(figure.id.slice(prefix.length)), figure }));
}

function faces({ faces: { photographs } }: Board): string {
  const [left, top, width, height] = [560, 62, 360, 330];
  const [first, last] = [photographs.points[0]!.threshold, photographs.points.at(-1)!.threshold];
  const x = (threshold: number) => left + ((threshold - first) / (last - first)) * width;
  const y = (share: number) => top + (1 - share) * height;
  const path = (value: 'fmr' | 'fnmr') =>
    photographs.points
      .map(
        (point, index) => `${index === 0 ? 'M' : 'L'} ${x(point.threshold).toFixed(1)} ${y(point[value]).toFixed(1)}`,
      )
      .join(' ');
  const ticks = [0, 1, 2, 3, 4, 5]
    .map((step) => Number((first + (step * (last - first)) / 5).toFixed(2)))
    .map((tick) => `<text class="soft" x="${x(tick)}" y="${top + height + 20}" text-anchor="middle">${tick}</text>`);
  const levels = [0, 0.25, 0.5, 0.75, 1].map(
    (level) =>
      `<path class="line" d="M ${left} ${y(level)} H ${left + width}" stroke-width="0.5"/><text class="soft" x="${left - 8}" y="${y(level) + 4}" text-anchor="end">${level * 100} %</text>`,
  );
  const marks = [THRESHOLDS.faceDistanceSame.value, THRESHOLDS.faceDistanceOther.value].map(
    (threshold) =>
      `<path class="line" d="M ${x(threshold)} ${top} V ${top + height}" stroke-dasharray="4 4"/><text class="soft" x="${x(threshold)}" y="${top - 6}" text-anchor="middle" font-size="11">${threshold}</text>`,
  );
  return `<text x="${left - 40}" y="34" font-size="16" font-weight="600">Face comparison by threshold of distance</text>
${levels.join('')}${ticks.join('')}${marks.join('')}
<path class="one" d="${path('fmr')}" fill="none" stroke-width="2.5"/>
<path class="two" d="${path('fnmr')}" fill="none" stroke-width="2.5"/>
<path class="one" d="M ${left} ${top + height + 46} h 24" stroke-width="2.5"/><text x="${left + 32}" y="${top + height + 50}">FMR, ${photographs.impostor} pairs of two people</text>
<path class="two" d="M ${left} ${top + height + 66} h 24" stroke-width="2.5"/><text x="${left + 32}" y="${top + height + 70}">FNMR, ${photographs.genuine} simulated pairs of one</text>`;
}
