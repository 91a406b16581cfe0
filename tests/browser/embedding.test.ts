import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { CAPTURE_MESSAGES } from '@reident/messages/capture';
import { EMBED_MESSAGES } from '@reident/messages/embed';
import { drawSample } from '@reident/samples';
import { changeSettings, listCaptures, projectRoot, saveReading } from '@reident/store';
import type { Browser, BrowserContext, Frame, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from '../fixtures/browser.ts';
import { Customer } from '../fixtures/capture/customer.ts';
import { freePort } from '../fixtures/free-port.ts';
import { startTestReident, type TestReident } from '../fixtures/reident.ts';
import { type Ordered, orderIdentification, WORDS } from './customer-steps.ts';

const { en } = CAPTURE_MESSAGES;

/** Reident on 127.0.0.1, the partner on localhost: two sites. The server has no worker: readings come when the test says so. */
let reident: TestReident;
let partner: Server;
let partnerOrigin: string;
let browser: Browser;
let context: BrowserContext;
/** The example of docs/guides/embedding.md, with the link of the test. */
let shop: string;

beforeAll(async () => {
  reident = await startTestReident({ REIDENT_ROLE: 'api' });
  browser = await launchChromium();
  partner = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(shop));
  await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve));
  partnerOrigin = `http://localhost:${(partner.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await browser?.close();
  partner?.close();
  await reident?.stop();
});

beforeEach(async () => {
  await list(partnerOrigin);
  context = await browser.newContext({ permissions: ['camera'], locale: 'en-GB' });
});
afterEach(() => context?.close());

function list(...embedOrigins: string[]) {
  return reident.platform.database.inTenant(reident.tenant.id, (tx) =>
    changeSettings(
      tx,
      { embedOrigins, askSecurityVideo: false, askLiveness: false, proofOfAddress: 'never' },
      { kind: 'system', id: null },
    ),
  );
}

async function order(): Promise<Ordered> {
  return orderIdentification(reident, 'EN', { first_name: 'Erika', last_name: 'Example' });
}

/** The partner's page as documented, on its own site, keeping every message that it hears. */
async function visit(link: string, change: (html: string) => string = (html) => html): Promise<Page> {
  const page = await context.newPage();
  const documented = readFileSync(path.join(projectRoot(), 'docs/guides/embedding.md'), 'utf8');
  const example = /```html\n([\s\S]*?)```/.exec(documented)?.[1] as string;
  shop = change(
    example
      .replace('https://ident.example/north-bank/identifications/ID/TOKEN', link)
      .replace('https://ident.example/embed.js', `${reident.url}/embed.js`),
  );
  expect(shop).not.toContain('ident.example');
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    addEventListener('message', ({ data }) => heard.push(data));
  });
  await page.goto(partnerOrigin);
  return page;
}

const inTab = (html: string) => html.replace(/container: .*\n/, '\n');
const begin = (page: Page) => page.click('#begin');
const outcomeOf = (page: Page) => page.locator('#outcome');

async function frameOf(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector('#place iframe')).contentFrame();
  return frame as Frame;
}

/** Nothing but words and codes, whatever else went on [CAP-9]. */
async function expectWordsOnly(page: Page): Promise<void> {
  const heard = (await page.evaluate(() => (window as unknown as { heard: object[] }).heard)) as object[];
  expect(heard.length).toBeGreaterThan(0);
  for (const said of heard) {
    expect(JSON.stringify(said)).toMatch(
      /^\{"reident":"(ready|blocked|finished|aborted|failed)"(,"code":(null|"E\d{2,3}"))?\}$/,
    );
  }
}

async function comeToDocument(at: Page | Frame): Promise<void> {
  await comeToCode(at);
  await at.fill('#code', (await at.getByTestId('sandbox-code').textContent()) ?? '');
  await at.getByRole('button', { name: WORDS.en.confirm }).click();
  await at.getByRole('button', { name: WORDS.en.ready }).click();
  await at.waitForSelector('[data-screen="document"]');
}

async function comeToCode(at: Page | Frame): Promise<void> {
  await at.waitForSelector('[data-screen="start-link"]');
  await at.fill('#phone', '+15550101');
  await at.check('#terms');
  await at.check('#biometrics');
  await at.getByRole('button', { name: WORDS.en.begin }).click();
  await at.waitForSelector('[data-screen="code"]');
}

async function quit(at: Page | Frame): Promise<void> {
  await at.getByRole('button', { name: en.cancel }).click();
  await at.locator('dialog').getByRole('radio').first().check();
  await at.getByRole('button', { name: en.quit.leave }).click();
}

describe('a partner’s page on another site', () => {
  it('frames the session, camera included, and hears that it is finished, after a reload too', async () => {
    const ordered = await order();
    const page = await visit(ordered.url);
    await begin(page);
    const frame = await frameOf(page);
    await comeToDocument(frame);
    const cookies = await context.cookies();
    expect(cookies.map(({ name, sameSite, secure, httpOnly }) => [name, sameSite, secure, httpOnly])).toEqual([
      ['__Host-reident-capture-framed', 'None', true, true],
    ]);
    expect((cookies[0] as { partitionKey?: string }).partitionKey).toBe('http://localhost');

    await frame.getByRole('radio', { name: WORDS.en.passport }).check();
    await frame.getByRole('button', { name: WORDS.en.next }).click();
    await frame.getByRole('button', { name: WORDS.en.open }).click();
    await frame.waitForSelector('.shutter[aria-disabled="false"]');

    await sendPictures(ordered, `${cookies[0]?.name}=${cookies[0]?.value}`);
    await frame.evaluate(() => location.reload());
    await frame.waitForSelector('[data-screen="confirm"]');
    expect(await outcomeOf(page).innerText()).toBe('');
    await frame.getByRole('button', { name: WORDS.en.send }).click();
    await expect.poll(() => outcomeOf(page).innerText()).toBe('finished');
    await expectWordsOnly(page);
    expect(await context.cookies()).toEqual([]);
    // A page that answers is not taken for a silent one, however long it stays.
    expect(context.pages()).toHaveLength(1);

    const again = await visit(ordered.url);
    await begin(again);
    await expect.poll(() => outcomeOf(again).innerText()).toBe('failed E103');
  });

  it('hears that another device has taken over', async () => {
    const ordered = await order();
    const page = await visit(ordered.url);
    await begin(page);
    const frame = await frameOf(page);
    await comeToDocument(frame);
    await new Customer(reident.url).comeToDocument(ordered.url);
    await frame.getByRole('radio', { name: WORDS.en.passport }).check();
    await frame.getByRole('button', { name: WORDS.en.next }).click();
    await expect.poll(() => outcomeOf(page).innerText()).toBe('failed E170');
    await expectWordsOnly(page);
  });

  it('gets a tab where it names no place, and hears that the customer cancelled there', async () => {
    const page = await visit((await order()).url, inTab);
    const opened = context.waitForEvent('page');
    await begin(page);
    const tab = await opened;
    await comeToDocument(tab);
    expect(new URL(tab.url()).search).toBe('?in=tab');
    expect((await context.cookies()).map(({ name, sameSite }) => [name, sameSite])).toEqual([
      ['__Host-reident-capture', 'Strict'],
    ]);
    await quit(tab);
    await expect.poll(() => outcomeOf(page).innerText()).toBe('aborted');
    await expectWordsOnly(page);
  });

  it('hears from a tab that it is finished, and what comes next is its own', async () => {
    const ordered = await order();
    const page = await visit(ordered.url, inTab);
    const opened = context.waitForEvent('page');
    await begin(page);
    const tab = await opened;
    await comeToDocument(tab);
    await tab.getByRole('radio', { name: WORDS.en.passport }).check();
    await tab.getByRole('button', { name: WORDS.en.next }).click();
    await tab.waitForSelector('[data-screen="step-document_data_page"]');
    const [cookie] = await context.cookies();
    await sendPictures(ordered, `${cookie?.name}=${cookie?.value}`);
    await tab.reload();
    const closed = tab.waitForEvent('close');
    await tab.getByRole('button', { name: WORDS.en.send }).click();
    await expect.poll(() => outcomeOf(page).innerText()).toBe('finished');
    // The documented page closes what it opened.
    await closed;
    await expectWordsOnly(page);
  });

  it('hears that too many wrong codes have ended the session', async () => {
    const page = await visit((await order()).url);
    await begin(page);
    const frame = await frameOf(page);
    await comeToCode(frame);
    const right = (await frame.getByTestId('sandbox-code').textContent()) ?? '';
    const wrong = right === '000000' ? '111111' : '000000';
    for (let tried = 1; tried <= 3; tried += 1) {
      await frame.fill('#code', wrong);
      const answered = page.waitForResponse(/\/capture\/api\/code$/);
      await frame.getByRole('button', { name: WORDS.en.confirm }).click();
      await answered;
      // The third one ends it; until then the button comes back.
      if (tried < 3) await frame.waitForSelector('.button.primary[aria-disabled="false"]');
    }
    await expect.poll(() => outcomeOf(page).innerText()).toBe('failed E171');
    await expectWordsOnly(page);
  });

  it.each([
    ['of another form', async () => `${reident.url}/north-bank`, 'E100'],
    ['that is no address', async () => 'no link', 'E100'],
    ['that nobody gave out', async () => `${(await order()).url.slice(0, -4)}AAAA`, 'E101'],
  ])('hears at once about a link %s', async (_what, link, code) => {
    for (const change of [(html: string) => html, inTab]) {
      const page = await visit(await link(), change);
      await begin(page);
      await expect.poll(() => outcomeOf(page).innerText()).toBe(`failed ${code}`);
      expect(await page.locator('#place > *').count()).toBe(0);
    }
  });

  it('hears that no tab could be opened where it names no place for a button', async () => {
    const page = await visit((await order()).url, (html) =>
      inTab(html).replace('<script>', '<script>window.open = () => null;'),
    );
    await begin(page);
    await expect.poll(() => outcomeOf(page).innerText()).toBe('failed E10');
  });

  it.each([
    ['in its frame', (html: string) => html],
    ['in a tab', inTab],
  ])('without a network hears that Reident cannot be asked, %s', async (_where, change) => {
    const page = await visit((await order()).url, change);
    await context.setOffline(true);
    await begin(page);
    await expect.poll(() => outcomeOf(page).innerText()).toBe('failed E111');
    expect(await page.locator('#place > *').count()).toBe(0);
  });

  it('hears it too when the network goes just before the frame comes, and gets no tab that would show nothing', async () => {
    await context.route(/\?in=frame$/, async (route) => {
      await context.setOffline(true);
      await route.abort('internetdisconnected');
    });
    const page = await visit((await order()).url);
    await begin(page);
    await expect.poll(() => outcomeOf(page).innerText()).toBe('failed E111');
    expect(context.pages()).toHaveLength(1);
  });

  it('hears nothing of a network that comes back, and E111 when it stays away until the session is over', async () => {
    await context.clock.install();
    const page = await visit((await order()).url);
    await begin(page);
    const frame = await frameOf(page);
    await comeToDocument(frame);
    const told = frame.getByText(en.offline);
    await context.setOffline(true);
    await told.waitFor();
    await context.setOffline(false);
    await told.waitFor({ state: 'detached' });
    await context.setOffline(true);
    await told.waitFor();
    await context.clock.fastForward('14:00');
    expect(await outcomeOf(page).innerText()).toBe('');
    await context.clock.fastForward('02:00');
    await expect.poll(() => outcomeOf(page).innerText()).toBe('failed E111');
    await expectWordsOnly(page);
  });

  it.each([
    // A policy that somebody sets on the way, or a list that was changed at this very moment.
    ['is kept out by a policy', (route: Route) => list('https://www.other.example').then(() => route.continue())],
    ['stays empty', (route: Route) => route.fulfill({ contentType: 'text/html', body: '<p>Something else</p>' })],
  ])('gets a tab after five seconds in which the frame says nothing, because it %s', async (_why, answer) => {
    await context.route(/\?in=frame$/, answer);
    const page = await visit((await order()).url);
    const openedAfter = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let loadedAt = Number.POSITIVE_INFINITY;
          new MutationObserver((_changes, observer) => {
            const frame = document.querySelector('#place iframe');
            if (frame === null) return;
            observer.disconnect();
            frame.addEventListener('load', () => (loadedAt = performance.now()));
          }).observe(document.body, { childList: true, subtree: true });
          const { open } = window;
          window.open = (...args) => {
            resolve(performance.now() - loadedAt);
            return open(...args);
          };
        }),
    );
    const opened = context.waitForEvent('page');
    await begin(page);
    const tab = await opened;
    // A timer may be late on a busy machine, never early.
    expect(await openedAfter).toBeGreaterThanOrEqual(4_990);
    await tab.waitForSelector('[data-screen="start-link"]');
    expect(await page.locator('#place iframe').count()).toBe(0);
    expect(await outcomeOf(page).innerText()).toBe('');
  });

  it('gets a tab, or a button for one, by itself where the browser keeps no cookies in frames', async () => {
    await context.addInitScript(() => {
      if (window !== window.top) Object.defineProperty(document, 'cookie', { get: () => '', set: () => undefined });
    });
    const page = await visit((await order()).url);
    const opened = context.waitForEvent('page');
    await begin(page);
    const tab = await opened;
    await tab.waitForSelector('[data-screen="start-link"]');
    expect(await page.locator('#place iframe').count()).toBe(0);
    await tab.close();
    await expect.poll(() => outcomeOf(page).innerText()).toBe('aborted');

    // A browser that lets no tab open by itself, and one when the customer presses a button.
    const blocking = await visit((await order()).url, (html) =>
      html.replace(
        "document.getElementById('begin')",
        'const open = window.open; window.open = () => { window.open = open; return null; }; $&',
      ),
    );
    await begin(blocking);
    const button = blocking.getByRole('button', { name: EMBED_MESSAGES.en.openTab });
    await button.waitFor();
    const wished = context.waitForEvent('page');
    await button.click();
    await (await wished).waitForSelector('[data-screen="start-link"]');
    expect(await blocking.locator('#place > *').count()).toBe(0);
    expect(await outcomeOf(blocking).innerText()).toBe('');
  });

  it('that is not listed frames nothing and learns nothing', async () => {
    await list('https://www.other.example');
    const { url } = await order();
    const page = await visit(url, (html) =>
      html.replace('</body>', `<iframe id="sly" src="${url}?in=frame"></iframe></body>`),
    );
    const sly = await (await page.waitForSelector('#sly')).contentFrame();
    expect(await sly?.locator('[data-screen]').count()).toBe(0);
    await begin(page);
    await expect.poll(() => outcomeOf(page).innerText()).toBe('failed E111');
    expect(await page.locator('#place iframe').count()).toBe(0);
    expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([]);
  });
});

describe('the example', () => {
  it('runs as documented: each visit has an identification of its own, framed by the page', async () => {
    const example = readFileSync(path.join(projectRoot(), 'examples/embed-session.html'), 'utf8');
    expect(readFileSync(path.join(projectRoot(), 'docs/guides/embedding.md'), 'utf8')).toContain(
      `\`\`\`html\n${example}\`\`\``,
    );
    const port = await freePort();
    await list(`http://localhost:${port}`);
    const running = spawn(process.execPath, ['examples/embed-session.mjs', String(port)], {
      cwd: projectRoot(),
      env: { ...process.env, REIDENT_DATA_DIR: reident.platform.config.dataDir },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [said] = (await once(running.stdout, 'data')) as [Buffer];
      expect(said.toString()).toContain(`embedOrigins=["http://localhost:${port}"]`);
      const page = await context.newPage();
      await page.goto(`http://localhost:${port}/`);
      await begin(page);
      const frame = await frameOf(page);
      await frame.waitForSelector('[data-screen="start-link"]');
      await quit(frame);
      await expect.poll(() => outcomeOf(page).innerText()).toBe('aborted');
    } finally {
      running.kill();
    }
  });

  it('says that a link has expired', async () => {
    const { url } = await order();
    // The last test here: the clock of the sandbox goes forward only.
    await reident.call('POST', '/sandbox/clock', { advance: 'P15D' });
    const page = await visit(url);
    await begin(page);
    await expect.poll(() => outcomeOf(page).innerText()).toBe('failed E102');
  });
});

/** Both pictures, sent beside the page: what the camera shows is not the question here. */
async function sendPictures(ordered: Ordered, cookie: string): Promise<void> {
  const customer = new Customer(reident.url);
  customer.cookie = cookie;
  const { jpeg } = await drawSample({ seed: 'embedding', kind: 'passport', side: 'data_page' });
  for (const step of ['document_data_page', 'selfie']) {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const sent = await customer.picture(step, jpeg);
      expect([step, attempt, sent.status, sent.text.slice(0, 60)]).toEqual([step, attempt, 200, expect.any(String)]);
      await reident.platform.database.inTenant(reident.tenant.id, async (tx) => {
        for (const capture of await listCaptures(tx, ordered.id))
          if (capture.reading === null) await saveReading(tx, capture.id, { step, unreadable: 'unreadable_media' });
      });
    }
    const kept = await customer.call('/keep', { step });
    expect([step, kept.status, kept.body.error]).toEqual([step, 200, undefined]);
  }
  expect((await customer.state()).body.screen.id).toBe('confirm');
}
