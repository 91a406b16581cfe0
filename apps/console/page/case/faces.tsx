import { useState } from 'preact/hooks';
import type { CaseView, RegionView } from '../../view.ts';
import { language, texts } from '../texts.ts';
import type { Pictures } from './use-pictures.ts';
import { Watermark } from './watermark.tsx';

/** How much of the surroundings is shown around a face, as a share of its size. */
const SURROUNDINGS = 0.45;

/** The portrait of the document and the selfie, cut out and equally large. */
export function Faces({ found, pictures, watermark }: { found: CaseView; pictures: Pictures; watermark: string }) {
  const t = texts.value;
  const portrait = found.faces.find(({ step }) => step.startsWith('document'));
  const selfie = found.faces.find(({ step }) => step === 'selfie');
  const urlOf = (region: RegionView | undefined) =>
    pictures.get(found.captures.find(({ step }) => step === region?.step)?.id ?? '');
  const distance = found.findings.find(({ check }) => check === 'portrait-matches-selfie');
  return (
    <div class="faces">
      <div>
        <Face name={t.case.portrait} region={portrait} url={urlOf(portrait)} />
        <Face name={t.case.selfie} region={selfie} url={urlOf(selfie)} />
        <Watermark text={watermark} />
      </div>
      {distance ? (
        <p class={`outcome ${distance.outcome}`}>
          {t.outcomes[distance.outcome]}: {distance.question[language.value]}
        </p>
      ) : null}
    </div>
  );
}

function Face({ name, region, url }: { name: string; region: RegionView | undefined; url: string | undefined }) {
  const t = texts.value;
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  if (!region || !url || url === 'failed') {
    return (
      <figure>
        <p class="blank">{region && url === undefined ? t.loading : t.case.noFace}</p>
        <figcaption>{name}</figcaption>
      </figure>
    );
  }
  const cut = size && cutOut(region, size);
  return (
    <figure>
      <svg
        class="face"
        viewBox={cut ? `${cut.x} ${cut.y} ${cut.side} ${cut.side}` : '0 0 1 1'}
        role="img"
        aria-label={name}
      >
        {size ? <image href={url} width={size.width} height={size.height} /> : null}
      </svg>
      <img
        class="unseen"
        src={url}
        alt=""
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          setSize({ width: naturalWidth, height: naturalHeight })
        }
      />
      <figcaption>{name}</figcaption>
    </figure>
  );
}

/** A square around the face, in pixels of the picture. */
function cutOut({ quad }: RegionView, size: { width: number; height: number }): { x: number; y: number; side: number } {
  const xs = quad.map(([x]) => x * size.width);
  const ys = quad.map(([, y]) => y * size.height);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const side = Math.max(right - left, bottom - top) * (1 + 2 * SURROUNDINGS);
  return { x: (left + right - side) / 2, y: (top + bottom - side) / 2, side };
}
