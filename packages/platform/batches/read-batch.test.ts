import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBatch } from './read-batch.ts';

const id = (n: number) => `${n.toString(16).padStart(32, '0')}cper`;
const A = id(1);
const B = id(2);
const read = (text: string | Buffer) => readBatch(Buffer.from(text as string));
const started = (text: string | Buffer) => read(text).map(({ line, personId, fault }) => [line, personId, fault]);

describe('a file of persons', () => {
  it.each([
    ['commas', `person_id,language\n${A},DE\n${B},\n`],
    ['semicolons, as German table programs write', `person_id;language\r\n${A};de\r\n${B};\r\n`],
    ['tabs', `person_id\tlanguage\n${A}\tDE\n${B}\t\n`],
    ['one column', `person_id\n${A}\n${B}`],
    ['quotes', `"person_id","language"\n"${A}","DE"\n"${B}",""\n`],
    ['a BOM', `\ufeffPerson_ID;language\n${A};DE\n${B};`],
    ['JSON, one object a line', `{"person_id":"${A}","language":"DE"}\n{"person_id":"${B}"}\n`],
  ])('may be written with %s', (_, text) => {
    expect(read(text).map(({ personId, fault }) => [personId, fault])).toEqual([
      [A, null],
      [B, null],
    ]);
  });

  it.each([
    ['UTF-16', Buffer.from(`\ufeffperson_id;language\n${A};DE\n`, 'utf16le')],
    [
      'Windows-1252',
      Buffer.concat([Buffer.from(`person_id;language\n${A};DE\n`), Buffer.from([0xfc]), Buffer.from(';\n')]),
    ],
  ])('may be encoded as %s', (_, bytes) => {
    expect(started(bytes)[0]).toEqual([2, A, null]);
  });

  it('has an answer for each line, under the number that an editor shows', () => {
    const text = `person_id,language\n${A},DE\n\nnonsense,DE\n${A},DE\n${B},XX\n${B},DE,more\n${B},EN`;
    expect(started(text)).toEqual([
      [2, A, null],
      [4, null, 'malformed_id'],
      [5, A, 'duplicate'],
      [6, B, 'unknown_language'],
      [7, null, 'wrong_columns'],
      [8, B, null],
    ]);
  });

  it.each([
    ['no column person_id', `language\nDE\n`, /no column person_id/],
    ['a column that nobody knows', `person_id,name\n${A},Erika Mustermann\n`, /column 2/],
    ['no head', `${A}\n${B}\n`, /column 1/],
    ['nothing', ' ', /no lines|column 1/],
    ['a head alone', 'person_id\n', /no lines/],
    ['a column twice', `person_id,person_id\n${A},${A}\n`, /twice/],
    ['a quote that never ends', `person_id\n"${A}\n`, /as CSV/],
    ['too many lines', `person_id\n${`${A}\n`.repeat(50_001)}`, /50000/],
  ])('with %s is refused as a whole, and the error repeats nothing of it [DAT-6]', (_, text, why) => {
    expect(() => read(text)).toThrow(why);
    try {
      read(text);
    } catch (error) {
      expect(JSON.stringify(error) + String(error)).not.toMatch(/Mustermann|0000000001cper/);
    }
  });

  it('never lets bytes through as somebody, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          return readBatch(Buffer.from(bytes)).every(({ fault }) => fault !== null);
        } catch (error) {
          return (error as { code?: string }).code === 'invalid_model';
        }
      }),
      { numRuns: 2000 },
    );
  });
});
