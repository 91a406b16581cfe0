import { useEffect } from 'preact/hooks';
import type { Screen as ServerScreen } from '../../shared/protocol.ts';
import { Screen } from '../components/screen.tsx';
import { look } from '../flow/actions.ts';
import { model } from '../flow/model.ts';
import { texts } from '../words/texts.ts';

const LOOK_AGAIN_MS = 800;

/** A picture is being read, or all of them are being checked. The page asks again until the server has moved on. */
export function WaitingScreen({ screen }: { screen: Extract<ServerScreen, { id: 'reading' | 'checking' }> }) {
  const { server, offline, picture } = model.value;
  const t = texts();
  // Every answer, also the same one again, starts the next wait
  useEffect(() => {
    const timer = setTimeout(() => void look(), offline ? 3 * LOOK_AGAIN_MS : LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [server, offline]);
  const recorded =
    screen.id === 'reading' && server?.steps.some(({ id, produces }) => id === screen.step && produces === 'recording');
  const words = recorded ? t.readingRecording : t.reading;
  const { heading, lead } =
    screen.id === 'checking'
      ? { heading: t.checking.heading, lead: t.checking.text }
      : { heading: words, lead: undefined };
  return (
    <Screen name={screen.id} heading={heading} lead={lead} art={<div class="spinner" />}>
      {screen.id === 'reading' && picture !== null && picture.recorded?.shows !== 'video' && (
        <img class="picture small" src={picture.url} alt="" />
      )}
      {screen.id === 'checking' && (
        <p class="sending" role="status">
          <progress max={screen.of} value={screen.read} aria-label={heading} />
          {t.checking.progress(screen.read, screen.of)}
        </p>
      )}
    </Screen>
  );
}
