import { useState } from 'preact/hooks';
import type { CaseView, RegionView } from '../../shared/view.ts';
import { texts } from '../state/texts.ts';
import type { Pictures } from './use-pictures.ts';
import { Watermark } from './watermark.tsx';

/** How much of the surroundings is shown around a face, as a share of its size. */
const SURROUNDINGS = 0.45;

/** The portrait of the document and the selfie, cut out and equally large. */
export function Faces({ found, pictures, watermark }: { found: CaseView; pictures: Pictures; watermark: string }) {
  const { console: t, terms, checks } = texts.value;
  const portrait = sideOf(found, pictures, ['document_data_page', 'document_front']);
  const selfie = sideOf(found, pictures, ['selfie']);
  const distance = found.findings.find(({ check }) => check === 'portrait-matches-selfie');
  return (
    <div class="faces">
      <div>
        <Face name={t.case.portrait} {...portrait} />
        <Face name={t.case.selfie} {...selfie} />
        <Watermark text={watermark} />
      </div>
      {distance ? (
        <p class={`outcome ${distance.outcome}`}>
          {terms.outcomes[distance.outcome]}: {checks['portrait-matches-selfie']}
        </p>
      ) : null}
    </div>
  );
}

interface Side {
  /** The face's place; absent when none was found, then the whole picture is shown. */
  region: RegionView | undefined;
  url: string | undefined;
}

/** The first of these captures that is there. */
function sideOf(found: CaseView, pictures: Pictures, steps: readonly string[]): Side {
  const capture = found.captures.find(({ step }) => steps.includes(step));
  return {
    region: found.faces.find(({ step }) => step === capture?.step),
    url: pictures.get(capture?.id ?? ''),
  };
}

function Face({ name, region, url }: Side & { name: string }) {
  const t = texts.value.console;
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  if (!url || url === 'failed') {
    return (
      <figure>
        <p class="blank">{url ? t.case.pictureFailed : t.case.noPictures}</p>
        <figcaption>{name}</figcaption>
      </figure>
    );
  }
  const cut = size && region && cutOut(region, size);
  const [width, height] = cut ? [cut.side, cut.side] : [size?.width ?? 1, size?.height ?? 1];
  return (
    <figure>
      <svg class="face" viewBox={`${cut?.x ?? 0} ${cut?.y ?? 0} ${width} ${height}`} role="img" aria-label={name}>
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
      <figcaption>
        {name}
        {region ? null : ` · ${t.case.noFace}`}
      </figcaption>
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
