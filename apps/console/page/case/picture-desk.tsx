import { useState } from 'preact/hooks';
import type { CaseView, RegionView } from '../../shared/view.ts';
import { dateTime } from '../components/format.ts';
import { useShortcuts } from '../state/shortcuts.ts';
import { texts, wordFor } from '../state/texts.ts';
import { ClipPlayer } from './clip-player.tsx';
import { Faces } from './faces.tsx';
import { PictureViewer, START_VIEW } from './picture-viewer.tsx';
import type { Pictures } from './use-pictures.ts';

interface PictureDeskProps {
  found: CaseView;
  step: string | null;
  onStep(step: string): void;
  pictures: Pictures;
  region: RegionView | null;
  watermark: string;
}

/** Name of the tab that lays portrait and selfie side by side. */
const FACES = 'faces';

/** The pictures of a case, one large at a time, and the faces beside each other. */
export function PictureDesk({ found, step, onStep, pictures, region, watermark }: PictureDeskProps) {
  const { console: t, terms } = texts.value;
  const [view, setView] = useState(START_VIEW);
  const captures = found.captures.filter(({ superseded }) => !superseded);
  const shown = captures.find((capture) => capture.step === step) ?? (step === FACES ? undefined : captures[0]);
  const choose = (next: string | undefined) => {
    if (!next) return;
    setView(START_VIEW);
    onStep(next);
  };
  const zoom = (factor: number) =>
    setView((former) => ({ ...former, zoom: Math.max(1, Math.min(8, former.zoom * factor)) }));
  const rotate = () => setView((former) => ({ ...former, turn: (former.turn + 90) % 360 }));
  const canShow = found.opened && captures.length > 0;
  useShortcuts(
    'case',
    canShow
      ? [
          {
            keys: captures.map((_, index) => String(index + 1)),
            shown: `1 … ${captures.length}`,
            label: t.keys.picture,
            run: (key) => choose(captures[Number(key) - 1]?.step),
          },
          { keys: ['f'], label: t.keys.faces, run: () => choose(FACES) },
          { keys: ['+', '='], shown: '+', label: t.keys.zoomIn, run: () => zoom(1.5) },
          { keys: ['-'], label: t.keys.zoomOut, run: () => zoom(1 / 1.5) },
          { keys: ['t'], label: t.keys.rotate, run: rotate },
          { keys: ['0'], label: t.keys.fit, run: () => setView(START_VIEW) },
        ]
      : [],
  );

  return (
    <section class="pictures" aria-label={t.case.pictures}>
      <div class="tabs">
        {captures.map((capture, index) => (
          <button key={capture.id} type="button" aria-pressed={shown === capture} onClick={() => choose(capture.step)}>
            {wordFor(terms.steps, capture.step)} <kbd>{index + 1}</kbd>
          </button>
        ))}
        {captures.length > 0 ? (
          <button type="button" aria-pressed={shown === undefined} onClick={() => choose(FACES)}>
            {t.case.faces} <kbd>f</kbd>
          </button>
        ) : null}
        <span class="grow" />
        {shown && found.opened ? (
          <span class="tools">
            <button
              type="button"
              aria-label={t.case.zoomOut}
              title={`${t.case.zoomOut} (-)`}
              onClick={() => zoom(1 / 1.5)}
            >
              −
            </button>
            <button type="button" aria-label={t.case.zoomIn} title={`${t.case.zoomIn} (+)`} onClick={() => zoom(1.5)}>
              +
            </button>
            <button type="button" aria-label={t.case.rotate} title={`${t.case.rotate} (t)`} onClick={rotate}>
              ⟳
            </button>
            <button type="button" title={`${t.case.fit} (0)`} onClick={() => setView(START_VIEW)}>
              {t.case.fit}
            </button>
          </span>
        ) : null}
      </div>
      {found.leftOut.length > 0 && (
        <p class="left-out">{t.case.leftOut(found.leftOut.map((id) => wordFor(terms.steps, id)).join(', '))}</p>
      )}
      {captures.length === 0 ? (
        <p class="blank">{t.case.noPictures}</p>
      ) : !found.opened ? (
        <p class="blank">{t.case.hidden}</p>
      ) : shown ? (
        <figure>
          <PictureViewer
            url={pictures.get(shown.id)}
            picture={shown.picture}
            name={wordFor(terms.steps, shown.step)}
            region={region?.step === shown.step ? region : null}
            view={view}
            onView={setView}
            watermark={watermark}
          />
          <figcaption>
            {wordFor(terms.steps, shown.step)} · {dateTime(shown.createdAt)} · {wordFor(terms.sources, shown.source)}
            {shown.clip ? <ClipPlayer key={shown.id} caseId={found.id} captureId={shown.id} /> : null}
          </figcaption>
        </figure>
      ) : (
        <Faces found={found} pictures={pictures} watermark={watermark} />
      )}
    </section>
  );
}
