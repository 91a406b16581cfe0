import { Sign } from '../components/art.tsx';
import { Button } from '../components/controls.tsx';
import { Screen } from '../components/screen.tsx';
import { readIntroduction } from '../flow/actions.ts';
import { model } from '../flow/model.ts';
import { texts } from '../words/texts.ts';

/** What to have at hand, and that the browser is going to ask for the camera. */
export function IntroductionScreen() {
  const t = texts().introduction;
  const asks = model.value.server?.asks;
  return (
    <Screen name="introduction" heading={t.heading}>
      <ul class="tiles">
        <Tile sign="document" title={t.document} text={t.documentText} />
        <Tile sign="light" title={t.light} text={t.lightText} />
        {asks?.proofOfAddress && <Tile sign="letter" title={t.letter} text={t.letterText} />}
        <Tile sign="face" title={t.face} text={asks?.liveness ? t.faceTextTurning : t.faceText} />
      </ul>
      <p class="note">{t.camera}</p>
      <div class="buttons">
        <Button onClick={() => void readIntroduction()}>{t.ready}</Button>
      </div>
    </Screen>
  );
}

function Tile({ sign, title, text }: { sign: 'document' | 'light' | 'letter' | 'face'; title: string; text: string }) {
  return (
    <li>
      <span class="bubble">
        <Sign name={sign} />
      </span>
      <span>
        <strong>{title}</strong>
        {text}
      </span>
    </li>
  );
}
