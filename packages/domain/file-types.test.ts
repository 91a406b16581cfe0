import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileTypeOf, PICTURE_TYPES, pictureTypeOf } from './file-types.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('the type of a file', () => {
  // biome-ignore format: a table
  it.each([
    ['\xff\xd8\xff\xe0\x00\x10JFIF',                                'image/jpeg'],
    ['\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR',                         'image/png'],
    ['RIFF\x24\x00\x00\x00WEBPVP8 ',                                'image/webp'],
    ['\x00\x00\x00\x18ftypisom',                                    'video/mp4'],
    ['\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm',        'video/webm'],
    ['%PDF-1.7\n',                                                  'application/pdf'],
    ['\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x88matroska',    null],
    ['RIFF\x24\x00\x00\x00WAVEfmt ',                                null],
    ['XXXX\x24\x00\x00\x00WEBPVP8 ',                                null],
    ['GIF89a',                                                      null],
    ['\xff\xd8',                                                    null],
    ['',                                                            null],
  ] as const)('%j is %s', (text, type) => {
    expect(fileTypeOf(bytesOf(text))).toBe(type);
    expect(pictureTypeOf(bytesOf(text))).toBe(type?.startsWith('image/') ? type : null);
  });

  it('does not depend on what follows', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (rest) => {
        expect(fileTypeOf(Uint8Array.of(0xff, 0xd8, 0xff, ...rest))).toBe('image/jpeg');
      }),
    );
  });

  it('of a picture is one of three', () => {
    expect(PICTURE_TYPES).toEqual(['image/jpeg', 'image/png', 'image/webp']);
  });
});
