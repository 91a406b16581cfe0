import { EMBED_MESSAGES } from '@reident/messages/embed';
import type { EmbedCode, EmbedEvent, EmbedKind, EmbedReport, Hello, Opening, Said } from './messages.ts';

export interface EmbedOptions {
  /** Where the frame goes. Without one the session opens in a new tab: call from a click then, or browsers block it. */
  container?: HTMLElement;
  /** Called once, when there is nothing more to hear. */
  onReport(report: EmbedReport): void;
}

export interface Embedding {
  /** Takes the frame away or closes the tab; nothing is reported any more. */
  close(): void;
}

const LINK = /^\/[a-z0-9-]+\/identifications\/\w+\/[\w-]+$/;
const HELLO: Hello = { reident: 'hello' };
/** Hellos go on, so that a page that was reloaded learns again to whom it speaks. */
const HELLO_EVERY_MS = 500;
/** How long a frame that has loaded may be silent: a policy may keep the page out of it. */
const SILENT_MS = 5_000;

/** Opens the customer's session by the `url` that the API gave for the identification. */
export function open(link: string, { container, onReport }: EmbedOptions): Embedding {
  const address = parse(link);
  let over = false;
  let frame: HTMLIFrameElement | null = null;
  let button: HTMLButtonElement | null = null;
  let peer: Window | null = null;
  /** The check of the link was answered: only then does a closed tab mean that the customer closed it. */
  let checked = false;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const hellos = setInterval(() => {
    if (peer === null) return;
    if (frame === null && peer.closed) {
      if (checked) report('aborted');
      return;
    }
    sayHello();
  }, HELLO_EVERY_MS);
  addEventListener('message', hear);

  if (address === null || !LINK.test(address.pathname)) queueMicrotask(() => report('failed', 'E100'));
  else {
    if (container === undefined) openTab();
    ask(address).then((code) => {
      checked = true;
      if (code !== null) report('failed', code);
      else if (container !== undefined && !over) openFrame(container);
    });
  }
  return { close };

  function sayHello() {
    if (address !== null) peer?.postMessage(HELLO, address.origin);
  }

  function hear({ origin, source, data }: MessageEvent<Said>) {
    if (peer === null || source !== peer || origin !== address?.origin) return;
    const { reident: word } = data;
    if (word === 'ready') clearTimeout(silence);
    else if (word === 'blocked') openTab();
    else if (word === 'finished' || word === 'aborted' || word === 'failed') report(word, data.code);
  }

  function openFrame(place: HTMLElement) {
    frame = document.createElement('iframe');
    frame.allow = 'camera; microphone';
    frame.title = words().frame;
    frame.referrerPolicy = 'no-referrer';
    frame.style.cssText = 'width:100%;height:100%;border:0';
    frame.src = addressIn('frame');
    frame.onload = () => {
      sayHello();
      clearTimeout(silence);
      // What fails for want of a network would fail in a tab as well.
      silence = setTimeout(() => (navigator.onLine ? openTab() : report('failed', 'E111')), SILENT_MS);
    };
    place.append(frame);
    peer = frame.contentWindow;
  }

  function openTab() {
    takeAway();
    peer = window.open(addressIn('tab'), '_blank');
    if (peer !== null) return;
    if (container === undefined) return queueMicrotask(() => report('failed', 'E10'));
    button = document.createElement('button');
    button.type = 'button';
    button.textContent = words().openTab;
    button.onclick = openTab;
    container.append(button);
  }

  function addressIn(kind: EmbedKind) {
    return `${address?.origin}${address?.pathname}?in=${kind}`;
  }

  function report(event: EmbedEvent, code: EmbedCode | null = null) {
    if (over) return;
    stop();
    onReport({ event, code });
  }

  function stop() {
    over = true;
    clearInterval(hellos);
    clearTimeout(silence);
    removeEventListener('message', hear);
  }

  function takeAway() {
    clearTimeout(silence);
    frame?.remove();
    button?.remove();
    frame = button = null;
  }

  function close() {
    stop();
    if (frame === null) peer?.close();
    takeAway();
  }
}

/** In the language of the partner's page, where it is one of ours. */
function words() {
  const language = document.documentElement.lang.slice(0, 2);
  return EMBED_MESSAGES[language as keyof typeof EMBED_MESSAGES] ?? EMBED_MESSAGES.en;
}

/** `URL.canParse` is younger than phones that are in use. */
function parse(link: string): URL | null {
  try {
    return new URL(link);
  } catch {
    return null;
  }
}

/** Only pages of listed origins can read the answer. */
async function ask({ origin, pathname }: URL): Promise<EmbedCode | null> {
  try {
    const answer = await fetch(`${origin}${pathname}/opening`, { credentials: 'omit', referrerPolicy: 'no-referrer' });
    return answer.ok ? ((await answer.json()) as Opening).code : 'E111';
  } catch {
    return 'E111';
  }
}
