import type { MeView } from '../../shared/view.ts';
import { texts } from '../state/texts.ts';
import { BackLink, CaseHead } from './case-head.tsx';
import { ClosedNotice } from './closed-notice.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { FindingsList } from './findings-list.tsx';
import { MrzLines } from './mrz-lines.tsx';
import { PersonList } from './person-list.tsx';
import { PictureDesk } from './picture-desk.tsx';
import { Timeline } from './timeline.tsx';
import { useCase, useCaseShortcuts } from './use-case.ts';
import { usePictures } from './use-pictures.ts';

/** One case: pictures on the left, what was read and found on the right, the decision at the foot. */
export function CasePage({ id, me }: { id: string; me: MeView }) {
  const { found, step, setStep, finding, choose, open, release } = useCase(id, me);
  const pictures = usePictures(id, found);
  useCaseShortcuts({ found, open, release });
  if (!found) {
    return (
      <main class="case" id="content" tabIndex={-1}>
        <BackLink />
        <p class="soft">{texts.value.console.loading}</p>
      </main>
    );
  }
  return (
    <main class="case" id="content" tabIndex={-1}>
      <CaseHead found={found} onRelease={release} />
      {found.opened ? null : <ClosedNotice found={found} me={me} onOpen={open} />}
      <div class="desk">
        <PictureDesk
          found={found}
          step={step}
          onStep={setStep}
          pictures={pictures}
          region={finding?.region ?? null}
          watermark={`${me.displayName} · ${found.now.slice(0, 16).replace('T', ' ')}`}
        />
        <div class="papers">
          <ComparisonTable rows={found.comparison} />
          <MrzLines mrzReadings={found.mrzReadings} opened={found.opened} />
          <FindingsList found={found} chosen={finding} onChoose={choose} />
          <PersonList fields={found.person.fields} />
          <Timeline found={found} />
        </div>
      </div>
      {found.opened && found.claim?.mine ? <DecisionBar found={found} /> : null}
    </main>
  );
}
