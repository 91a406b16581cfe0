import type { MrzFormat } from '@reident/mrz';
import { MEDIA, type Presentation } from '../attacks/presentation.ts';
import { pasteOver } from '../attacks/tampering.ts';
import { drawPerson, type SamplePerson } from '../people/persons.ts';
import { drawFace } from '../people/portrait.ts';
import { mapQuad, type Quad, quadOfBox } from '../photo/geometry.ts';
import { CLEAN_PHOTO, type PhotoSpec, takePhoto } from '../photo/photo.ts';
import { renderSvg } from '../photo/render.ts';
import { drawSurroundings } from '../photo/surroundings.ts';
import { createRandom } from '../random.ts';
import { drawDocumentNumber, drawSide, drawValidity, type SampleDocument } from './document.ts';
import type { DocumentKind, DocumentSide, FieldName, IssuerCode } from './layouts.ts';

/** The day on which the samples were taken, unless a specification says otherwise. */
export const SAMPLE_DAY = '2026-06-15';

/** What to draw and how to photograph it. Everything left out is drawn from the seed. */
export interface SampleSpec {
  seed: string;
  kind: DocumentKind;
  side: DocumentSide;
  issuer?: IssuerCode;
  /** The day of the capture: the document is valid on it unless `document` says otherwise. */
  day?: string;
  holder?: Partial<SamplePerson>;
  document?: Partial<Omit<SampleDocument, 'kind' | 'issuer' | 'holder'>>;
  /** Somebody else's face, drawn from this seed, was put over the portrait. */
  pastedPortraitSeed?: string;
  photo?: Partial<PhotoSpec>;
  presentation?: Presentation;
  /** How coarse the dots or stripes of the presentation are, 1 being usual. */
  grain?: number;
}

/** A picture of one side of a document, with its truth. */
export interface Sample {
  jpeg: Buffer;
  width: number;
  height: number;
  truth: {
    document: SampleDocument;
    side: DocumentSide;
    quad: Quad;
    mrz: { format: MrzFormat; lines: string[]; quad: Quad } | null;
    portrait: Quad | null;
    /** What is printed in the VIZ, and where. */
    fields: Partial<Record<FieldName, { text: string; quad: Quad }>>;
  };
}

/** The same specification always gives the same picture, byte by byte on one version of the renderer. */
export async function drawSample(spec: SampleSpec): Promise<Sample> {
  const random = createRandom(spec.seed);
  const document = documentOf(spec);
  const side = drawSide(document, spec.side, random.fork('document'));
  const photo = { ...CLEAN_PHOTO, ...spec.photo };
  const { oversampling, around, show } = MEDIA[spec.presentation ?? 'original'];
  let printed = renderSvg(side.svg, renderedWidth(side, photo, oversampling / (spec.grain ?? 1)));
  for (const [index, box] of side.pasted.entries()) {
    printed = await pasteOver(printed, box, random.fork(`pasted ${index}`));
  }
  const { jpeg, width, height, quad, place } = await takePhoto(
    show(printed, random.fork('presentation')),
    photo,
    random.fork('photo'),
    around && drawSurroundings(around, side, random.fork('surroundings')),
  );
  const inPhoto = (box: { x: number; y: number; width: number; height: number }) =>
    mapQuad(quadOfBox(box), (x, y) => place(x / side.width, y / side.height));

  const fields: Sample['truth']['fields'] = {};
  for (const [name, text] of Object.entries(side.printed)) {
    const field = name as FieldName;
    fields[field] = { text, quad: inPhoto(side.boxes[field]!) };
  }
  return {
    jpeg,
    width,
    height,
    truth: {
      document,
      side: spec.side,
      quad,
      mrz: side.mrz && { ...side.mrz, quad: inPhoto(side.boxes.mrz!) },
      portrait: side.boxes.portrait ? inPhoto(side.boxes.portrait) : null,
      fields,
    },
  };
}

/** Front and back of one card share the seed and therefore the holder. */
export function documentOf(spec: SampleSpec): SampleDocument {
  const random = createRandom(spec.seed);
  const holder = drawPerson(random.fork('holder'), spec.holder);
  return {
    kind: spec.kind,
    issuer: spec.issuer ?? 'DEU',
    holder,
    face: drawFace(random.fork('face'), holder.sex),
    number: drawDocumentNumber(random.fork('number'), spec.kind, spec.issuer ?? 'DEU'),
    ...drawValidity(random.fork('validity'), spec.day ?? SAMPLE_DAY),
    ...(spec.pastedPortraitSeed
      ? { pastedPortrait: drawFace(createRandom(spec.pastedPortraitSeed).fork('face'), holder.sex) }
      : {}),
    ...spec.document,
  };
}

/** Finer than the photo will show it. */
function renderedWidth(side: { width: number; height: number }, photo: PhotoSpec, oversampling: number): number {
  const widthInPhoto = Math.min(photo.width, Math.max(photo.width, photo.height) * photo.coverage);
  return Math.round(Math.min(widthInPhoto, (photo.height * side.width) / side.height) * oversampling);
}
