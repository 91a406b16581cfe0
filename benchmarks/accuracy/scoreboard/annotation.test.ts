import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { outlineError, readAnnotations } from './annotation.ts';

const CORNERS = { name: 'polygon', all_points_x: [100, 900, 900, 100], all_points_y: [50, 50, 550, 550] };

function region(name: string, value?: string, shape: object = CORNERS) {
  return { shape_attributes: shape, region_attributes: { field_name: name, ...(value && { value }) } };
}

/** A folder as public sets of photographs have it. */
function folderOf(pictures: Record<string, unknown>, about: object = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'reident-annotation-'));
  mkdirSync(path.join(folder, 'annotation/utopia_passport'), { recursive: true });
  mkdirSync(path.join(folder, 'images/utopia_passport/07.first'), { recursive: true });
  const metadata: Record<string, unknown> = {};
  for (const [filename, regions] of Object.entries(pictures)) {
    metadata[`${filename}1234`] = { filename, size: 1234, regions, file_attributes: about };
    writeFileSync(path.join(folder, 'images/utopia_passport/07.first', filename), 'picture');
  }
  writeFileSync(
    path.join(folder, 'annotation/utopia_passport/07.first.json'),
    JSON.stringify({ _via_settings: {}, _via_img_metadata: metadata }),
  );
  return folder;
}

test('corners, lines of the MRZ and printed fields are read, with the piece of paper that the folder names', () => {
  const folder = folderOf({
    '1.jpg': [
      region('doc_quad'),
      region('mrz_line1', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'),
      region('mrz_line0', 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<'),
      region('surname', 'ERIKSSON'),
      region('signature', 'Anna'),
    ],
  });
  expect(readAnnotations(folder, 'grey_copy').pictures).toEqual([
    {
      key: 'images/utopia_passport/07.first/1.jpg',
      file: path.join(folder, 'images/utopia_passport/07.first/1.jpg'),
      group: 'utopia_passport',
      document: 'utopia_passport/07',
      kind: 'grey_copy',
      corners: [
        [100, 50],
        [900, 50],
        [900, 550],
        [100, 550],
      ],
      lines: ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'],
      fields: { lastName: 'ERIKSSON' },
    },
  ]);
});

test('what a file says about its kind and its piece of paper goes before the folder', () => {
  const folder = folderOf({ '1.jpg': [] }, { kind: 'original', document: 'mine' });
  const {
    pictures: [picture],
  } = readAnnotations(folder, 'grey_copy');
  expect(picture).toMatchObject({ kind: 'original', document: 'mine', corners: null, lines: null, fields: {} });
});

test('a kind that nobody knows and a torn file are named', () => {
  expect(() => readAnnotations(folderOf({ '1.jpg': [] }, { kind: 'photocopy' }))).toThrow(
    /07\.first\.json: kind is one of original, .*"photocopy"/,
  );
  const torn = folderOf({});
  writeFileSync(path.join(torn, 'annotation/utopia_passport/08.json'), '{"_via_img');
  expect(() => readAnnotations(torn)).toThrow(/08\.json is no JSON/);
});

test('annotated pictures that are not there are counted: people measure on parts of large sets', () => {
  const folder = folderOf({ '1.jpg': [] });
  writeFileSync(
    path.join(folder, 'annotation/utopia_passport/09.json'),
    JSON.stringify({ _via_img_metadata: { a: { filename: 'gone.jpg' } } }),
  );
  const { pictures, missing } = readAnnotations(folder);
  expect([pictures.length, missing]).toEqual([1, 1]);
});

test('other JSON in the folder is passed over', () => {
  const folder = folderOf({ '1.jpg': [] });
  writeFileSync(path.join(folder, 'document-figures.json'), '{"figures":[]}');
  expect(readAnnotations(folder).pictures).toHaveLength(1);
});

test('an outline is as far off as its worst corner, wherever the annotator began and whichever way round they went', () => {
  const noted = [
    [900, 550],
    [900, 50],
    [100, 50],
    [100, 550],
  ] as const;
  const size = { width: 1000, height: 600 };
  const exact = [
    [0.1, 50 / 600],
    [0.9, 50 / 600],
    [0.9, 550 / 600],
    [0.1, 550 / 600],
  ] as const;
  expect(outlineError(exact, noted, size)).toBeCloseTo(0, 10);
  const off = [exact[0], exact[1], [0.94, 550 / 600], exact[3]] as const;
  expect(outlineError(off, noted, size)).toBeCloseTo(40 / 800, 10);
});
