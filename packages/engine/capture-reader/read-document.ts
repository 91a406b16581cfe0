import { measureBezel } from '../authenticity/device-bezel.ts';
import { measureColour } from '../authenticity/grey-copy.ts';
import { readAuthenticityFeatures } from '../authenticity/read-authenticity-features.ts';
import { measureRecapture } from '../authenticity/recapture.ts';
import { describeOutline } from '../document/describe-outline.ts';
import { findOutlines } from '../document/find-outline.ts';
import { type LocatedDocument, locateDocument } from '../document/locate-document.ts';
import { packTemplate, templateOf } from '../document/template.ts';
import { locateFacesAnyWay } from '../face/mesh.ts';
import { type RectifiedSide, rectifySide, rectifyUpright } from '../face/rectify-side.ts';
import { toFaceReading } from '../face/to-reading.ts';
import type { Picture } from '../image/decode.ts';
import { loadOpenCv } from '../image/opencv.ts';
import { middleOf, toFractions, wholeOf } from '../image/quad.ts';
import { measureQuality } from '../image/quality.ts';
import { type RawMrzReading, readMrz } from '../mrz-reader/read-mrz.ts';
import { toMrzReading } from '../mrz-reader/to-reading.ts';
import type { CapturedMedia, CaptureReading } from '../readings/capture.ts';
import type { TextLine } from '../readings/text.ts';
import { STANDARD_THRESHOLDS } from '../thresholds/thresholds.ts';
import { readOverprint } from '../viz/read-overprint.ts';
import { readText } from '../viz/read-text.ts';
import type { Models } from './models.ts';

type DocumentSideReading = Omit<CaptureReading, 'step' | 'engineVersion' | 'image' | 'hash'>;

/** One side of a document: where it lies, what stands on it, and what may be wrong with it. */
export async function readDocument(
  models: Models,
  picture: Picture,
  { step, bytes }: Pick<CapturedMedia, 'step' | 'bytes'>,
): Promise<DocumentSideReading> {
  const { mrz, located, side } = await findSide(models, picture);
  makeRoom();
  const { corners, flat } = side;
  const place = toFractions(corners, picture.width, picture.height);
  const viz = await readVizText(models, picture, { mrz, located, side });
  return {
    quality: { measuredOn: located ? 'document' : 'picture', ...measureQuality(flat, place) },
    ...(located && { document: describeOutline(corners, located.foundBy, picture) }),
    ...(mrz && { mrz: toMrzReading(mrz, picture) }),
    ...viz,
    faces: side.faces.map((face) => toFaceReading(face, flat, place)),
    recapture: await measureRecapture(bytes, picture, middleOf(corners)),
    ...(located && {
      colour: measureColour(flat, picture, corners, side.faces[0]?.corners ?? null),
      bezel: measureBezel(picture, corners),
    }),
    ...(step === 'document_back' ? {} : { template: packTemplate(templateOf(flat)) }),
    ...readAuthenticityFeatures(
      {
        flat,
        place,
        mrz: mrz && toFractions(mrz.quad, picture.width, picture.height),
        faces: side.faces.map((face) => face.corners),
        text: viz.text ?? [],
      },
      STANDARD_THRESHOLDS,
    ),
  };
}

interface FoundSide {
  mrz: RawMrzReading | null;
  /** Null where neither an outline nor an MRZ tells where the document is; then the whole picture is taken for it. */
  located: LocatedDocument | null;
  side: RectifiedSide;
}

async function findSide(models: Models, picture: Picture): Promise<FoundSide> {
  const outlines = findOutlines(await loadOpenCv(), picture);
  const { grey, width, height } = picture;
  const mrz = readMrz({ data: grey, width, height }, { weights: models.glyphs, outlines });
  const faces = await models.faces();
  const located = mrz?.accepted
    ? locateDocument(outlines, mrz)
    : locateDocument(outlines, null, locateFacesAnyWay(faces, picture));
  const rectifyIt = mrz?.accepted ? rectifySide : rectifyUpright;
  return { mrz, located, side: await rectifyIt(faces, picture, located?.corners ?? wholeOf(picture)) };
}

/** The reader of the MRZ leaves pictures of all sizes behind, and the reader of text needs the room. Only in the engine host. */
function makeRoom(): void {
  (globalThis as { gc?: () => void }).gc?.();
}

async function readVizText(
  models: Models,
  picture: Picture,
  { mrz, located, side: { corners } }: FoundSide,
): Promise<{ text?: TextLine[]; overprint?: TextLine[] }> {
  const text = await models.text();
  if (text === null) return {};
  return {
    text: await readText(text, picture, corners, mrz?.quad ?? null),
    ...(located && { overprint: await readOverprint(text, picture, corners) }),
  };
}
