import { useEffect, useState } from 'preact/hooks';
import { api } from '../state/api.ts';
import { showError } from '../state/state.ts';
import { texts } from '../state/texts.ts';

/** The clip of a recording, fetched when somebody wants to see it, since each look is written down. */
export function ClipPlayer({ caseId, captureId }: { caseId: string; captureId: string }) {
  const t = texts.value.console;
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => () => (url ? URL.revokeObjectURL(url) : undefined), [url]);
  const fetchClip = async () => {
    try {
      setUrl(URL.createObjectURL(await api.clip(caseId, captureId)));
    } catch (error) {
      showError(error);
    }
  };
  if (url === null)
    return (
      <button type="button" onClick={() => void fetchClip()}>
        {t.case.playClip}
      </button>
    );
  return (
    // biome-ignore lint/a11y/useMediaCaption: recorded without sound
    <video class="clip" src={url} controls autoplay loop playsInline aria-label={t.case.playClip} />
  );
}
