import type { StepId } from '../shared/protocol.ts';
import { CameraScreen } from './camera/camera-screen.tsx';
import { Sign } from './components/art.tsx';
import { QuitDialog } from './components/quit-dialog.tsx';
import { Screen } from './components/screen.tsx';
import { TimeWarning } from './components/time-warning.tsx';
import { useLanguage } from './flow/actions.ts';
import { dispatch, model, stepInHand } from './flow/model.ts';
import { RecordingScreen } from './recording/recording-screen.tsx';
import { CodeScreen } from './screens/code.tsx';
import { ConfirmScreen } from './screens/confirm.tsx';
import { DocumentScreen } from './screens/document.tsx';
import { EndScreen, GoneScreen, LostScreen, QuitScreen } from './screens/end.tsx';
import { IntroductionScreen } from './screens/introduction.tsx';
import { ProofScreen } from './screens/proof.tsx';
import { StartScreen } from './screens/start.tsx';
import { FeedbackScreen, PreviewScreen, StepScreen } from './screens/step.tsx';
import { WaitingScreen } from './screens/waiting.tsx';
import { brandTexts, otherLanguages, texts } from './words/texts.ts';

export function App() {
  const { language, camera } = model.value;
  document.documentElement.lang = language;
  const t = texts();
  const step = stepInHand(model.value);
  if (camera === 'open' && step !== null)
    return (
      <>
        {isRecording(step) ? <RecordingScreen step={step} /> : <CameraScreen step={step} />}
        <TimeWarning />
      </>
    );
  return (
    <>
      <header class="top">
        <Partner />
        {otherLanguages().map(({ language: other, name }) => (
          <button key={other} type="button" class="language" lang={other} onClick={() => void useLanguage(other)}>
            {name}
          </button>
        ))}
        {canQuit() && (
          <button type="button" class="quit" aria-label={t.cancel} onClick={() => dispatch({ type: 'quit asked' })}>
            <Sign name="close" />
          </button>
        )}
      </header>
      <main>
        <Progress />
        <Place />
      </main>
      <Foot />
      <QuitDialog />
      <TimeWarning />
    </>
  );
}

/** Who asks: the partner's logo, which is read out as its name, or the name itself. */
function Partner() {
  const { partner, brand } = model.value.boot;
  return (
    <span class="partner">
      {brand.logo === null ? partner : <img class="logo" src={brand.logo} alt={partner} height={36} />}
    </span>
  );
}

/** Whom to ask and what holds, where the partner names it. Links open beside the page, so that nothing is lost. */
function Foot() {
  const t = texts();
  const { support, termsUrl, privacyUrl } = brandTexts();
  return (
    <footer class="foot">
      {support !== null && <p>{t.support(support)}</p>}
      {(termsUrl !== null || privacyUrl !== null) && (
        <p class="foot-links">
          {termsUrl !== null && <OutLink to={termsUrl} name={t.terms} />}
          {privacyUrl !== null && <OutLink to={privacyUrl} name={t.privacy} />}
        </p>
      )}
      {model.value.boot.sandbox && <p class="sandbox">{t.sandbox}</p>}
    </footer>
  );
}

function OutLink({ to, name }: { to: string; name: string }) {
  return (
    <a href={to} target="_blank" rel="noopener noreferrer">
      {name}
    </a>
  );
}

function isRecording(step: StepId): boolean {
  return model.value.server?.steps.some(({ id, produces }) => id === step && produces === 'recording') === true;
}

/** Which screen is drawn: what ended first, then what the server says, then how the page was opened. */
function Place() {
  const { boot, server, lost, quit, loading, picture, retaking } = model.value;
  if (quit !== null) return <QuitScreen returnUrl={quit.returnUrl} />;
  if (boot.entry === 'gone') return <GoneScreen />;
  if (boot.entry === 'closed') return <EndScreen returnUrl={null} />;
  if (lost === 'no_session' && boot.entry === 'session') return <StartScreen mode="again" />;
  if (lost !== null) return <LostScreen why={lost} />;
  if (loading) return <Screen name="loading" heading={texts().loading} />;
  if (server === null) return <StartScreen mode={boot.entry === 'reference' ? 'reference' : 'link'} />;

  const step = stepInHand(model.value);
  if (step !== null && (server.screen.id === 'capture' || retaking !== null)) {
    return picture?.step === step ? <PreviewScreen picture={picture} /> : <StepScreen step={step} />;
  }
  switch (server.screen.id) {
    case 'start':
      return <StartScreen mode="session" />;
    case 'code':
      return <CodeScreen />;
    case 'introduction':
      return <IntroductionScreen />;
    case 'document':
      return <DocumentScreen />;
    case 'proof':
      return <ProofScreen />;
    case 'capture':
      return <StepScreen step={server.screen.step} />;
    case 'feedback':
      return <FeedbackScreen screen={server.screen} />;
    case 'reading':
    case 'checking':
      return <WaitingScreen screen={server.screen} />;
    case 'confirm':
      return <ConfirmScreen />;
    case 'end':
      return <EndScreen returnUrl={server.returnUrl} />;
  }
}

const WITHOUT_QUIT: ReadonlySet<string> = new Set(['end', 'checking']);

function canQuit(): boolean {
  const { boot, server, lost, quit } = model.value;
  if (quit !== null || lost !== null) return false;
  if (server === null) return boot.entry === 'link';
  return !WITHOUT_QUIT.has(server.screen.id) && model.value.entering === null;
}

/** How far it is: what comes before the pictures, each picture, sending. */
function Progress() {
  const { server } = model.value;
  if (server === null || server.screen.id === 'end') return null;
  const { at, of } = positionOf(server.screen.id);
  return (
    <div class="progress" role="img" aria-label={texts().progress(at, of)}>
      {Array.from({ length: of }, (_, index) => (
        <span key={String(index)} class={index < at ? 'done' : undefined} />
      ))}
    </div>
  );
}

const BEFORE: readonly string[] = ['start', 'code', 'introduction', 'document'];

function positionOf(screen: string): { at: number; of: number } {
  const steps = model.value.server?.steps ?? [];
  const pictures = Math.max(steps.length, 2 + Object.values(model.value.server?.asks ?? {}).filter(Boolean).length);
  const of = BEFORE.length + pictures + 1;
  const before = BEFORE.indexOf(screen);
  if (before >= 0) return { at: before + 1, of };
  if (screen === 'confirm' || screen === 'checking') return { at: of, of };
  return { at: BEFORE.length + steps.filter(({ done }) => done).length + 1, of };
}
