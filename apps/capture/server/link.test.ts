import { randomBytes } from 'node:crypto';
import QRCode from 'qrcode';
import { describe, expect, it } from 'vitest';
import { captureFixture, cleanPathOf, pathOf } from '../../../tests/fixtures/capture/capture-fixture.ts';
import { Customer } from '../../../tests/fixtures/capture/customer.ts';
import { startTestReident } from '../../../tests/fixtures/reident.ts';
import type { Boot, Progress } from '../shared/protocol.ts';

const fixture = captureFixture();
const { order, newCustomer } = fixture;

describe('the link', () => {
  it('shows a page without personal data, however often it is looked at, and consumes nothing [CAP-3]', async () => {
    const ordered = await order({ first_name: 'Zacharias', last_name: 'Quittenbaum', mobile_number: '+4915112345678' });
    const preview = newCustomer();
    for (const method of ['HEAD', 'GET', 'GET', 'GET'] as const) {
      const answer = await preview.open(pathOf(ordered), method);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
    const heard = preview.heard.join('\n');
    for (const secret of ['Zacharias', 'Quittenbaum', '15112345678', ordered.personId, ordered.reference])
      expect(heard).not.toContain(secret);
    const opened = await newCustomer().open(pathOf(ordered), 'POST');
    expect(opened.status).toBe(303);
  });

  it('is exchanged for a cookie that only this site, only scripts of nobody and only secure places see [CAP-3]', async () => {
    const ordered = await order();
    const answer = await newCustomer().open(pathOf(ordered), 'POST');
    expect(answer.headers.get('location')).toBe(cleanPathOf(ordered));
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-reident-capture=[\w-]{43,}; /);
    for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict']) expect(cookie).toContain(part);
    expect(cookie).not.toContain('Domain');
  });

  it('is not exchanged for a page of another site', async () => {
    const ordered = await order();
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }] as Record<
      string,
      string
    >[]) {
      const answer = await newCustomer().open(pathOf(ordered), 'POST', headers);
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null]);
      expect(answer.text).toContain('Please open your link again');
    }
  });

  it('that is unknown, of another identification, or burned shows one and the same page [CAP-1]', async () => {
    const [ordered, other] = [await order(), await order()];
    await fixture.reident.call('POST', `/sandbox/identifications/${other.id}/outcome`, { result: 'SUCCESS' });
    const dead = [
      pathOf(other),
      cleanPathOf(other),
      `${cleanPathOf(ordered)}/${randomBytes(32).toString('base64url')}`,
      `${cleanPathOf(ordered)}/${pathOf(other).split('/').at(-1)}`,
      `/${fixture.reident.tenant.company}/identifications/${'0'.repeat(32)}cidt/x`,
      `/nobody/identifications/${ordered.id}/x`,
    ];
    const pages = new Set<string>();
    for (const address of dead) {
      const answer = await newCustomer().open(address);
      expect(answer.status, address).toBe(410);
      pages.add(answer.text.replaceAll(/nonce="[^"]*"/g, ''));
    }
    expect(pages.size).toBe(1);
  });

  it('carries the strictest headers that a camera page can have [CAP-8] [CAP-9]', async () => {
    const { headers, text } = await newCustomer().open(pathOf(await order()));
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(text.match(/<(script|link rel="stylesheet")[^>]*>/g)?.every((tag) => tag.includes(nonce))).toBe(true);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('permissions-policy')).toContain('camera=(self)');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('the way over to a phone', () => {
  const bootOf = (text: string) => JSON.parse(/id="boot"[^>]*>(.*?)<\/script>/s.exec(text)?.[1] ?? 'null') as Boot;

  it('is a QR code on the page that the link opened, and on no other', async () => {
    const own = await startTestReident({ REIDENT_ROLE: 'api', REIDENT_PUBLIC_URL: 'https://ident.example.com' });
    try {
      const ordered = await order(undefined, own);
      const customer = new Customer(own.url);
      const { handOver } = bootOf((await customer.open(pathOf(ordered))).text);
      const wanted = QRCode.create(ordered.url, { errorCorrectionLevel: 'M' }).modules;
      expect(handOver?.size).toBe(wanted.size);
      expect(handOver?.path.match(/M/g)).toHaveLength(wanted.data.filter(Boolean).length);
      expect(bootOf((await customer.open(cleanPathOf(ordered))).text).handOver).toBeNull();
    } finally {
      await own.stop();
    }
  });

  it('tells the computer live how far the phone is: a place, and nothing about the pictures', async () => {
    const ordered = await order();
    const watching = async () => {
      const answer = await newCustomer().open(`${pathOf(ordered)}/progress`);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      return answer.body as unknown as Progress;
    };
    expect(await watching()).toEqual({ at: 'nobody' });
    const phone = newCustomer();
    await phone.comeToDocument(ordered.url);
    expect(await watching()).toEqual({ at: 'going', screen: 'document', step: null });
    await phone.call('/document', { kind: 'passport', issuingState: 'DEU' });
    expect(await watching()).toEqual({ at: 'going', screen: 'capture', step: 'document_data_page' });
    await newCustomer().open(pathOf(ordered), 'POST');
    expect(await watching()).toEqual({ at: 'going', screen: 'start', step: null });
    const other = await order();
    const ofAnotherSession = `${cleanPathOf(ordered)}/${pathOf(other).split('/').at(-1)}/progress`;
    expect((await newCustomer().open(ofAnotherSession)).body).toEqual({ at: 'gone' });
  });

  it('watching is no sign of life for the session', async () => {
    const ordered = await order();
    const phone = newCustomer();
    await phone.comeToDocument(ordered.url);
    for (let watch = 0; watch < 2; watch += 1) {
      await fixture.reident.call('POST', '/sandbox/clock', { advance: 'PT8M' });
      await newCustomer().open(`${pathOf(ordered)}/progress`);
    }
    expect((await phone.state()).body.error?.code).toBe('session_over');
    expect((await newCustomer().open(`${pathOf(ordered)}/progress`)).body).toEqual({ at: 'nobody' });
  });

  it('is not shown where the address leads to this machine only', async () => {
    expect(bootOf((await newCustomer().open(pathOf(await order()))).text).handOver).toBeNull();
  });
});

describe('guessing', () => {
  it('is stopped after twenty misses a minute from one address [CAP-1]', async () => {
    const own = await startTestReident({ REIDENT_ROLE: 'api' });
    try {
      const guesser = new Customer(own.url);
      const statuses = [];
      for (let guess = 0; guess < 22; guess += 1) {
        const token = randomBytes(32).toString('base64url');
        statuses.push(
          (await guesser.open(`/${own.tenant.company}/identifications/${'0'.repeat(32)}cidt/${token}`)).status,
        );
      }
      expect(statuses).toEqual([...Array<number>(20).fill(410), 429, 429]);
    } finally {
      await own.stop();
    }
  });

  it("a call without the page's mark or from another site is refused before anything is looked up", async () => {
    const plain = await fetch(`${fixture.reident.url}/capture/api/state`);
    expect(plain.status).toBe(403);
    const ofAnotherSession = await newCustomer().call('/start', {}, { origin: 'https://evil.example' });
    expect(ofAnotherSession.status).toBe(403);
  });
});
