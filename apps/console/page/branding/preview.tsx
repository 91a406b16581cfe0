import { LANGUAGE_CODES, type Language } from '@reident/domain/browser';
import {
  type Branding,
  brandVariables,
  DEFAULT_BRANDING,
  HEX_COLOUR,
  PREVIEW_PATH,
  PREVIEW_SCREENS,
  type PreviewOrder,
  type PreviewReady,
  type PreviewScreen,
} from '@reident/domain/tenant-settings';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MeView } from '../../shared/view.ts';
import { texts } from '../state/texts.ts';
import { logoUrl } from './logos.ts';

const DEVICES = ['phone', 'computer'] as const;

export type Source = 'draft' | 'saved' | 'proposed';

interface PreviewProps {
  tenant: MeView['tenant'];
  /** What can be shown; the form first. */
  shown: Partial<Record<Source, Branding>>;
  source: Source;
  onSource(source: Source): void;
}

/** The customer's own pages in a frame. They are told what to draw; nothing that happens in them leaves them. */
export function Preview({ tenant, shown, source, onSource }: PreviewProps) {
  const t = texts.value.branding;
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(0);
  const [screen, setScreen] = useState<PreviewScreen>('start');
  const [language, setLanguage] = useState<Language>('de');
  const [device, setDevice] = useState<(typeof DEVICES)[number]>('phone');
  const branding = shown[source] ?? shown.draft ?? DEFAULT_BRANDING;
  const colours = useLastColours(branding);
  const logo = logoUrl(branding.logo);

  useEffect(() => {
    const hear = ({ origin, source: speaker, data }: MessageEvent<PreviewReady>) => {
      if (origin !== location.origin || speaker !== frame.current?.contentWindow) return;
      if (data.reident === 'preview ready') setReady((times) => times + 1);
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);

  useEffect(() => {
    if (ready === 0) return;
    const order: PreviewOrder = {
      reident: 'preview',
      screen,
      language,
      sandbox: tenant.kind === 'sandbox',
      name: branding.name ?? tenant.name,
      logo,
      texts: branding.texts,
      variables: brandVariables(colours),
    };
    frame.current?.contentWindow?.postMessage(order, location.origin);
  });

  return (
    <section class="preview" aria-labelledby="preview">
      <h2 id="preview">{t.preview}</h2>
      <div class="preview-bar">
        <label>
          <span class="unseen">{t.screen}</span>
          <select value={screen} onChange={(event) => setScreen(event.currentTarget.value as PreviewScreen)}>
            {PREVIEW_SCREENS.map((one) => (
              <option key={one} value={one}>
                {t.screens[one]}
              </option>
            ))}
          </select>
        </label>
        <Switch
          legend={t.pageLanguage}
          options={LANGUAGE_CODES}
          value={language}
          onChoose={(one) => setLanguage(one)}
        />
        <Switch
          legend={t.device}
          options={DEVICES}
          value={device}
          onChoose={(one) => setDevice(one)}
          names={t.devices}
        />
      </div>
      {Object.keys(shown).length > 1 && (
        <div class="preview-bar">
          <Switch
            legend={t.previewOf}
            options={Object.keys(shown) as Source[]}
            value={source}
            onChoose={onSource}
            names={t.sources}
          />
        </div>
      )}
      <div class={`device ${device}`}>
        <iframe ref={frame} src={PREVIEW_PATH} title={t.preview} />
      </div>
    </section>
  );
}

/** The colours as they were when they last were some: while one is being typed, the pages keep the one before. */
function useLastColours({ accent, bar }: Branding): Pick<Branding, 'accent' | 'bar'> {
  const last = useRef({ accent: DEFAULT_BRANDING.accent, bar: DEFAULT_BRANDING.bar });
  if (HEX_COLOUR.test(accent)) last.current.accent = accent;
  if (HEX_COLOUR.test(bar)) last.current.bar = bar;
  return last.current;
}

interface SwitchProps<T extends string> {
  legend: string;
  options: readonly T[];
  value: T;
  names?: Readonly<Record<T, string>>;
  onChoose(option: T): void;
}

function Switch<T extends string>({ legend, options, value, names, onChoose }: SwitchProps<T>) {
  return (
    <fieldset class="switch">
      <legend class="unseen">{legend}</legend>
      {options.map((one) => (
        <button key={one} type="button" aria-pressed={one === value} onClick={() => onChoose(one)}>
          {names?.[one] ?? one.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
