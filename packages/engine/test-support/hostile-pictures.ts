/**
 * Pictures that nobody's camera took: wrong magic, truncations, flipped bytes, bombs, polyglots, odd containers.
 * Made here from one harmless picture, the same every time.
 */
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

export interface HostilePicture {
  name: string;
  bytes: Buffer;
  /** Refused, whatever the reason; or harmless once it is drawn anew. */
  expected: 'refused' | 'refused or redrawn';
}

/** What must never get through to a derivative. */
export const PAYLOAD = '<script>alert("polyglot")</script>';

export async function hostilePictures(): Promise<HostilePicture[]> {
  const { jpeg, png, webp } = await harmless();
  return [
    ...wrongContainers(),
    ...truncations({ jpeg, png, webp }),
    ...flippedBytes({ jpeg, png, webp }),
    ...polyglots({ jpeg, png, webp }),
    ...bombs(),
    ...(await oddPictures(jpeg)),
  ];
}

async function harmless() {
  const noise = Buffer.alloc(800 * 600 * 3);
  for (let i = 0; i < noise.length; i++) noise[i] = (i * 2654435761) >>> 24;
  const picture = () => sharp(noise, { raw: { width: 800, height: 600, channels: 3 } }).blur(2);
  return {
    jpeg: await picture().jpeg().toBuffer(),
    png: await picture().png().toBuffer(),
    webp: await picture().webp().toBuffer(),
  };
}

type Good = Record<'jpeg' | 'png' | 'webp', Buffer>;

const latin1 = (text: string) => Buffer.from(text, 'latin1');

function wrongContainers(): HostilePicture[] {
  const padding = Buffer.alloc(4096, 0x20);
  const heads: [name: string, head: Buffer][] = [
    ['empty file', Buffer.alloc(0)],
    ['one byte', Buffer.from([0xff])],
    ['three bytes of a JPEG', Buffer.from([0xff, 0xd8, 0xff])],
    ['GIF', latin1('GIF89a\x01\x00\x01\x00')],
    ['BMP', latin1('BM')],
    ['TIFF, little endian', latin1('II*\x00')],
    ['TIFF, big endian', latin1('MM\x00*')],
    [
      'SVG',
      latin1('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
    ],
    ['SVG without a prologue', latin1('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['PDF', latin1('%PDF-1.7\n')],
    ['PostScript', latin1('%!PS-Adobe-3.0\n')],
    ['HTML', latin1(`<!doctype html>${PAYLOAD}`)],
    ['ZIP', latin1('PK\x03\x04')],
    ['gzip', Buffer.from([0x1f, 0x8b, 0x08])],
    ['AVIF', latin1('\x00\x00\x00\x20ftypavif')],
    ['HEIC', latin1('\x00\x00\x00\x20ftypheic')],
    ['MP4', latin1('\x00\x00\x00\x20ftypisom')],
    ['WebM', latin1('\x1a\x45\xdf\xa3')],
    ['JPEG XL', Buffer.from([0xff, 0x0a])],
    ['JPEG 2000', latin1('\x00\x00\x00\x0cjP  \r\n\x87\n')],
    ['OpenEXR', Buffer.from([0x76, 0x2f, 0x31, 0x01])],
    ['Radiance', latin1('#?RADIANCE\n')],
    ['PPM', latin1('P6\n800 600\n255\n')],
    ['FITS', latin1('SIMPLE  =                    T')],
    ['MATLAB', latin1('MATLAB 5.0 MAT-file')],
    ['ImageMagick script', latin1('push graphic-context\nviewbox 0 0 640 480\n')],
    ['ELF', Buffer.from([0x7f, 0x45, 0x4c, 0x46])],
    ['Windows program', latin1('MZ')],
    ['shell script', latin1('#!/bin/sh\n')],
    ['RIFF that is sound', latin1('RIFF\x00\x10\x00\x00WAVE')],
    ['WEBP without RIFF', latin1('XXXX\x00\x10\x00\x00WEBP')],
    ['libvips own format', Buffer.from([0x08, 0xf2, 0xa6, 0xb6])],
  ];
  return heads.map(([name, head]) => ({
    name,
    bytes: head.length < 4 ? head : Buffer.concat([head, padding]),
    expected: 'refused',
  }));
}

/** Cut anywhere: decoded in full or refused, never half. */
function truncations(good: Good): HostilePicture[] {
  return Object.entries(good).flatMap(([format, bytes]) =>
    Array.from({ length: 20 }, (_, i): HostilePicture => {
      const kept = Math.floor((bytes.length * (i + 1)) / 22);
      return {
        name: `${format} cut after ${kept} of ${bytes.length} bytes`,
        bytes: bytes.subarray(0, kept),
        expected: 'refused',
      };
    }),
  );
}

function flippedBytes(good: Good): HostilePicture[] {
  return Object.entries(good).flatMap(([format, bytes]) =>
    Array.from({ length: 25 }, (_, i): HostilePicture => {
      const broken = Buffer.from(bytes);
      // Headers first, where a flip does most harm, then evenly through the file.
      const at = i < 15 ? 2 + i * 7 : Math.floor((bytes.length * (i - 14)) / 12);
      broken[at] = broken[at]! ^ 0xff;
      return { name: `${format} with byte ${at} flipped`, bytes: broken, expected: 'refused or redrawn' };
    }),
  );
}

function polyglots({ jpeg, png, webp }: Good): HostilePicture[] {
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, PAYLOAD.length + 2]), latin1(PAYLOAD)]);
  const tails: [string, Buffer][] = [
    ['HTML', latin1(PAYLOAD)],
    ['a ZIP archive', latin1(`PK\x03\x04${PAYLOAD}PK\x05\x06`)],
    ['a PDF', latin1(`%PDF-1.7 ${PAYLOAD} %%EOF`)],
    ['PHP', latin1(`<?php echo '${PAYLOAD}'; ?>`)],
    ['a second picture', jpeg],
    ['a megabyte of zeros', Buffer.alloc(1 << 20)],
  ];
  const behind = Object.entries({ jpeg, png, webp }).flatMap(([format, bytes]) =>
    tails.map(
      ([what, tail]): HostilePicture => ({
        name: `${format} with ${what} behind it`,
        bytes: Buffer.concat([bytes, tail]),
        expected: 'refused or redrawn',
      }),
    ),
  );
  return [
    ...behind,
    {
      name: 'JPEG with HTML in a comment',
      bytes: Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]),
      expected: 'refused or redrawn',
    },
    {
      name: 'PNG with HTML in a text chunk',
      bytes: withChunk(png, 'tEXt', latin1(`Comment\0${PAYLOAD}`)),
      expected: 'refused or redrawn',
    },
    {
      name: 'PNG with a compressed text bomb',
      bytes: withChunk(png, 'zTXt', Buffer.concat([latin1('a\0\0'), deflateSync(Buffer.alloc(60_000_000))])),
      expected: 'refused or redrawn',
    },
    {
      name: 'PNG with a colour profile bomb',
      bytes: withChunk(png, 'iCCP', Buffer.concat([latin1('a\0\0'), deflateSync(Buffer.alloc(60_000_000))])),
      expected: 'refused or redrawn',
    },
    {
      name: 'PNG that moves',
      bytes: withChunk(png, 'acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])),
      expected: 'refused',
    },
    {
      name: 'PNG with a lying chunk length',
      bytes: Buffer.concat([png.subarray(0, 33), Buffer.from([0x7f, 0xff, 0xff, 0xff]), png.subarray(37)]),
      expected: 'refused',
    },
    {
      name: 'magic of a JPEG before a PNG',
      bytes: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), png]),
      expected: 'refused',
    },
    { name: 'magic of a PNG before a JPEG', bytes: Buffer.concat([png.subarray(0, 8), jpeg]), expected: 'refused' },
    { name: 'magic of a WebP before a JPEG', bytes: Buffer.concat([webp.subarray(0, 12), jpeg]), expected: 'refused' },
  ];
}

/** Few bytes that claim many pixels. */
function bombs(): HostilePicture[] {
  const sizes = [
    [20_000, 20_000],
    [65_535, 65_535],
    [1_000_000, 30],
    [30, 1_000_000],
    [2_147_483_647, 2_147_483_647],
    [0, 600],
    [600, 0],
    [5001, 5000],
    [100_000, 100_000],
    [16_384, 16_384],
  ] as const;
  return sizes.flatMap(([width, height]) => [
    { name: `PNG that claims ${width} by ${height}`, bytes: blankPng(width, height), expected: 'refused' as const },
    {
      name: `interlaced PNG that claims ${width} by ${height}`,
      bytes: blankPng(width, height, 1),
      expected: 'refused' as const,
    },
    ...(width <= 65_535 && height <= 65_535
      ? [
          {
            name: `JPEG that claims ${width} by ${height}`,
            bytes: jpegHeader(width, height),
            expected: 'refused' as const,
          },
        ]
      : []),
  ]);
}

async function oddPictures(jpeg: Buffer): Promise<HostilePicture[]> {
  const blank = (width: number, height: number, background = 'grey') =>
    sharp({ create: { width, height, channels: 3, background } });
  const stills = [await blank(640, 480).png().toBuffer(), await blank(640, 480, 'red').png().toBuffer()];
  const frames = await sharp(stills, { join: { animated: true } })
    .webp({ loop: 0 })
    .toBuffer();
  return [
    { name: 'WebP that moves', bytes: frames, expected: 'refused' },
    { name: 'one pixel', bytes: await blank(1, 1).png().toBuffer(), expected: 'refused' },
    { name: 'a strip of one row', bytes: await blank(2000, 1).jpeg().toBuffer(), expected: 'refused' },
    { name: 'under 0.3 megapixels', bytes: await blank(600, 499).jpeg().toBuffer(), expected: 'refused' },
    { name: 'over 25 megapixels', bytes: await blank(5010, 5000).jpeg().toBuffer(), expected: 'refused' },
    { name: 'over 10 MB', bytes: Buffer.concat([jpeg, Buffer.alloc(11 << 20)]), expected: 'refused' },
  ];
}

function withChunk(png: Buffer, type: string, data: Buffer): Buffer {
  return Buffer.concat([png.subarray(0, 33), chunk(type, data), png.subarray(33)]);
}

function blankPng(width: number, height: number, interlaced = 0): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, interlaced], 8);
  return Buffer.concat([
    latin1('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(2_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([latin1(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function jpegHeader(width: number, height: number): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), frame, Buffer.from([0xff, 0xd9])]);
}
