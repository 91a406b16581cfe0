import { DEFAULT_BRANDING, type TenantSettings } from '@reident/domain/tenant-settings';
import { changeSettings, saveLogo } from '@reident/store';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestReident, type TestReident } from '../../../tests/fixtures/reident.ts';
import { ICON_SIZES } from './brand.ts';

let reident: TestReident;
beforeAll(async () => {
  reident = await startTestReident({ REIDENT_ROLE: 'api' });
});
afterAll(() => reident?.stop());
beforeEach(() => dress({}));

const system = { kind: 'system', id: null } as const;

function dress(branding: Partial<TenantSettings['branding']>): Promise<unknown> {
  return reident.platform.database.inTenant(reident.tenant.id, (tx) =>
    changeSettings(tx, { branding: { ...DEFAULT_BRANDING, ...branding } }, system),
  );
}

/** As the console does it: drawn anew by the engine host, then kept. */
async function keepLogo(background: string): Promise<string> {
  const drawn = await sharp({ create: { width: 300, height: 60, channels: 3, background } })
    .png()
    .toBuffer();
  const png = await reident.platform.engine.drawLogo(drawn);
  return reident.platform.database.inTenant(reident.tenant.id, (tx) => saveLogo(tx, png, system));
}

const home = () => `${reident.url}/${reident.tenant.company}/`;
const fetchBytes = async (address: string) => {
  const answer = await fetch(address);
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
};

interface Manifest {
  id: string;
  name: string;
  short_name: string;
  start_url: string;
  scope: string;
  theme_color: string;
  icons: { src: string; sizes: string; type: string; purpose: string }[];
}

async function manifest(language = 'de'): Promise<Manifest> {
  const answer = await fetch(`${home()}manifest.webmanifest?language=${language}`);
  expect(answer.headers.get('content-type')).toMatch(/^application\/manifest\+json/);
  return (await answer.json()) as Manifest;
}

/** Of the pixels of a picture, the one in the corner and the one in the middle. */
async function cornerAndMiddle(png: Buffer): Promise<string[]> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) =>
    `#${data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3).toString('hex')}`;
  return [at(0, 0), at(info.width >> 1, info.height >> 1)];
}

describe('the logo of a tenant', () => {
  it('is served as what it is, for a year, and does nothing when it is opened by itself [UPL-4]', async () => {
    const logo = await keepLogo('#ffb703');
    await dress({ logo });
    const { status, headers, bytes } = await fetchBytes(`${home()}logo/${logo}.png`);
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(await cornerAndMiddle(bytes)).toEqual(['#ffb703', '#ffb703']);
    const page = await (await fetch(home())).text();
    expect(page).toContain(`"logo":"/${reident.tenant.company}/logo/${logo}.png"`);
  });

  it('that no branding names is nowhere, nor is one of another tenant', async () => {
    const [shown, kept] = [await keepLogo('#112233'), await keepLogo('#445566')];
    await dress({ logo: shown });
    const statusOf = async (address: string) => (await fetch(address)).status;
    expect(await statusOf(`${home()}logo/${kept}.png`)).toBe(404);
    expect(await statusOf(`${home()}logo/${'0'.repeat(64)}.png`)).toBe(404);
    expect(await statusOf(`${home()}logo/%2e%2e%2fetc`)).toBe(404);
    expect(await statusOf(`${reident.url}/nobody/logo/${shown}.png`)).toBe(404);
    await dress({});
    expect(await statusOf(`${home()}logo/${shown}.png`)).toBe(404);
  });
});

describe('the page as an app', () => {
  it('opens at the entry by reference, under the partner’s name and colours, in the language of the page', async () => {
    await dress({ name: 'Nordbank', bar: '#2b0f2a' });
    const german = await manifest('de');
    const english = await manifest('en');
    const start = `/${reident.tenant.company}/`;
    expect(german).toMatchObject({
      name: 'Nordbank – Identifizierung',
      short_name: 'Nordbank',
      id: start,
      start_url: start,
      scope: start,
      theme_color: '#2b0f2a',
    });
    expect(english.name).toBe('Nordbank – Identity check');
    expect(await (await fetch(`${reident.url}${german.start_url}`)).text()).toContain('"entry":"reference"');
    const page = await (await fetch(home(), { headers: { 'accept-language': 'en' } })).text();
    expect(page).toContain(`<link rel="manifest" href="${start}manifest.webmanifest?language=en">`);
    expect(page).toContain('<meta name="apple-mobile-web-app-title" content="Nordbank">');
  });

  it('has icons of the sizes that it names, which stay as they are until the branding changes', async () => {
    await dress({ accent: '#7a1f5c' });
    const before = await manifest();
    expect(before.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
      '192x192 any',
      '512x512 any',
      '192x192 maskable',
      '512x512 maskable',
    ]);
    for (const { src, sizes, type } of before.icons) {
      const { headers, bytes } = await fetchBytes(`${reident.url}${src}`);
      expect([headers.get('content-type'), headers.get('cache-control')]).toEqual([
        type,
        'public, max-age=31536000, immutable',
      ]);
      const { width, height } = await sharp(bytes).metadata();
      expect(`${width}x${height}`).toBe(sizes);
      // A white shield with a tick cut out of it, on the partner's colour
      expect((await cornerAndMiddle(bytes))[0]).toBe('#7a1f5c');
    }
    await dress({ accent: '#0b5c70' });
    expect((await fetch(`${reident.url}${before.icons[0]?.src}`)).status).toBe(404);
    expect((await manifest()).icons[0]?.src).not.toBe(before.icons[0]?.src);
  });

  it('has the logo in the middle of its icons where there is one, on the colour of the bar', async () => {
    const logo = await keepLogo('#ffb703');
    await dress({ logo, bar: '#2b0f2a' });
    const page = await (await fetch(home())).text();
    const [, touch = ''] = /<link rel="apple-touch-icon" sizes="180x180" href="([^"]+)">/.exec(page) ?? [];
    const { bytes } = await fetchBytes(`${reident.url}${touch}`);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 180, height: 180, format: 'png' });
    expect(await cornerAndMiddle(bytes)).toEqual(['#2b0f2a', '#ffb703']);
  });

  it('is offered for no size, version or tenant that is none', async () => {
    const [icon] = (await manifest()).icons;
    const src = icon?.src ?? '';
    const version = /([0-9a-f]{16})-/.exec(src)?.[1];
    expect(ICON_SIZES).not.toContain(64);
    for (const wrong of [
      src.replace('-192', '-64'),
      src.replace('-192', '-0192'),
      src.replace(version as string, '0'.repeat(16)),
      src.replace(reident.tenant.company, 'nobody'),
      '/nobody/manifest.webmanifest',
    ])
      expect((await fetch(`${reident.url}${wrong}`)).status, wrong).toBe(404);
  });

  it('is no part of a page that says that a link is dead, because nobody knows whose link it was', async () => {
    const page = await (await fetch(`${home()}identifications/none/${'x'.repeat(43)}`)).text();
    expect(page).toContain('"entry":"gone"');
    expect(page).not.toContain('manifest');
    expect(page).toContain('<link rel="icon" href="data:," />');
  });

  it('carries a name as text, whatever signs it has', async () => {
    await dress({ name: `"><script>alert(1)</script>&'` });
    const page = await (await fetch(home())).text();
    expect(page).not.toContain('<script>alert(1)');
    expect((await manifest()).short_name).toBe(`"><script>alert(1)</script>&'`);
  });
});

describe('the preview of the pages', () => {
  it('holds nothing of any tenant, is framed by our own pages only, and may call nobody', async () => {
    const answer = await fetch(`${reident.url}/capture/preview`);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toContain("connect-src 'none'");
    expect(answer.headers.get('x-frame-options')).toBeNull();
    const page = await answer.text();
    expect(page).toContain('"entry":"preview"');
    expect(page).not.toContain(reident.tenant.name);
  });
});
