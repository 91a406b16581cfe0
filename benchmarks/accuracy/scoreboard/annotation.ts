/**
 * Reads what people have noted about photographs of documents: files of the VGG Image Annotator, version 2, as public sets of
 * document photographs use them. Corners are a polygon named `doc_quad`; a line of the MRZ is a region named `mrz_line0`,
 * `mrz_line1`, …; a printed field is a region with one of the names in `FIELD_NAMES`. The text of a region stands in its attribute `value`.
 *
 * About the picture itself, as attributes of the file: `kind` says what was photographed, `document` names the piece of paper, so
 * that pictures of the same one are known to belong together.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Quad } from '@reident/engine';
import type { PrintedField } from './measure-mrz.ts';

/** What lay before the camera. */
export const PHOTOGRAPHED = ['original', 'specimen', 'grey_copy', 'colour_copy', 'screen', 'unknown'] as const;
export type Photographed = (typeof PHOTOGRAPHED)[number];

/** One photograph with everything that is known about it. */
export interface AnnotatedPicture {
  /** Path from the folder of the pictures, with slashes. */
  key: string;
  file: string;
  /** The folder that its annotation lies in, such as `lva_passport`. */
  group: string;
  /** Photographs with the same name show the same piece of paper. */
  document: string;
  kind: Photographed;
  /** Corners in pixels, in the order in which they were noted; null where nobody noted them. */
  corners: readonly (readonly [x: number, y: number])[] | null;
  /** Lines of the MRZ as printed; null where nobody noted them. */
  lines: string[] | null;
  fields: Partial<Record<PrintedField, string>>;
}

/** Names of fields as annotators write them. */
// biome-ignore format: a table
const FIELD_NAMES: Record<string, PrintedField> = {
  lastName:       'lastName',       surname:         'lastName',       last_name:   'lastName',
  firstName:      'firstName',      name:            'firstName',      given_name:  'firstName',  first_name: 'firstName',
  documentNumber: 'documentNumber', number:          'documentNumber', document_number: 'documentNumber',
  birthDate:      'birthDate',      birth_date:      'birthDate',
  expiresOn:      'expiresOn',      expiry_date:     'expiresOn',      date_of_expiry: 'expiresOn',
};

interface ViaFile {
  _via_img_metadata?: Record<string, ViaPicture>;
}

interface ViaPicture {
  filename: string;
  file_attributes?: Record<string, string>;
  regions?: {
    shape_attributes: { name: string; all_points_x?: number[]; all_points_y?: number[] };
    region_attributes: Record<string, string>;
  }[];
}

/**
 * Every annotated picture below a folder, in the order of their paths. Pictures lie beside their annotation, or in a folder of its
 * name, or in such a folder below `images` where the annotation lies below `annotation`.
 *
 * @param kind  what was photographed, where a file does not say so itself
 * @returns also how many are annotated and not there: people measure on parts of large sets
 * @throws Error  naming the file, where an annotation is no such file
 */
export function readAnnotations(
  folder: string,
  kind: Photographed = 'unknown',
): { pictures: AnnotatedPicture[]; missing: number } {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const pictures = picturesIn(path.join(folder, name));
      return pictures ? pictures.map((picture) => annotated(folder, name, picture, kind)) : [];
    });
  const pictures = all.filter((picture) => picture !== null);
  return { pictures, missing: all.length - pictures.length };
}

/** Null for other JSON, such as figures written into the folder before. */
function picturesIn(file: string): ViaPicture[] | null {
  let parsed: ViaFile;
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8')) as ViaFile;
  } catch (error) {
    throw new Error(`${file} is no JSON: ${(error as Error).message}`);
  }
  return parsed._via_img_metadata ? Object.values(parsed._via_img_metadata) : null;
}

function annotated(folder: string, name: string, picture: ViaPicture, kind: Photographed): AnnotatedPicture | null {
  const stem = name.replace(/\.json$/, '');
  const places = [
    path.join(stem, picture.filename),
    path.join(stem.replace(/(^|\/)annotations?(?=\/|$)/, '$1images'), picture.filename),
    path.join(path.dirname(name), picture.filename),
  ];
  const key = places.find((place) => existsSync(path.join(folder, place)));
  if (key === undefined) return null;
  const { regions = [], file_attributes: about = {} } = picture;
  const group = path.basename(path.dirname(name));
  return {
    key: key.split(path.sep).join('/'),
    file: path.join(folder, key),
    group,
    document: about.document ?? `${group}/${path.basename(stem).split('.')[0]}`,
    kind: kindOf(about.kind, name) ?? kind,
    corners: cornersOf(regions),
    lines: mrzLinesOf(regions),
    fields: fieldsOf(regions),
  };
}

function kindOf(said: string | undefined, name: string): Photographed | undefined {
  if (said === undefined || said === '') return undefined;
  const kind = PHOTOGRAPHED.find((one) => one === said);
  if (!kind) throw new Error(`${name}: kind is one of ${PHOTOGRAPHED.join(', ')}, not "${said}"`);
  return kind;
}

type Regions = NonNullable<ViaPicture['regions']>;

function cornersOf(regions: Regions): AnnotatedPicture['corners'] {
  const shape = regions.find(({ region_attributes: { field_name } }) => field_name === 'doc_quad')?.shape_attributes;
  const [xs, ys] = [shape?.all_points_x, shape?.all_points_y];
  if (xs?.length !== 4 || ys?.length !== 4) return null;
  return xs.map((x, index) => [x, ys[index]!] as const);
}

function mrzLinesOf(regions: Regions): string[] | null {
  const lines = regions
    .map(({ region_attributes: { field_name = '', value = '' } }) => ({ name: field_name, text: value }))
    .filter(({ name, text }) => /^mrz_line\d$/.test(name) && text !== '')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ text }) => text.replaceAll(/\s/g, ''));
  return lines.length > 0 ? lines : null;
}

function fieldsOf(regions: Regions): AnnotatedPicture['fields'] {
  return Object.fromEntries(
    regions.flatMap(({ region_attributes: { field_name = '', value = '' } }) => {
      const field = Object.hasOwn(FIELD_NAMES, field_name) ? FIELD_NAMES[field_name] : undefined;
      return field && value !== '' ? [[field, value]] : [];
    }),
  );
}

/**
 * How far the worst corner lies from its place, in parts of the document's width as seen. Which corner comes first is not counted:
 * annotators begin where they like.
 *
 * @param found  as fractions of the picture
 * @param size  of the picture that the corners were noted in
 */
export function outlineError(
  found: Quad,
  corners: NonNullable<AnnotatedPicture['corners']>,
  size: { width: number; height: number },
): number {
  const pixels = found.map(([x, y]) => [x * size.width, y * size.height] as const);
  const sides = corners.map((corner, index) => distance(corner, corners[(index + 1) % 4]!));
  const width = Math.max((sides[0]! + sides[2]!) / 2, (sides[1]! + sides[3]!) / 2);
  const ways = [corners, corners.toReversed()].flatMap((order) =>
    [0, 1, 2, 3].map((turn) =>
      Math.max(...pixels.map((corner, index) => distance(corner, order[(index + turn) % 4]!))),
    ),
  );
  return Math.min(...ways) / width;
}

function distance([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): number {
  return Math.hypot(x1 - x2, y1 - y2);
}
