import { type FaceModels, loadFaceModels } from '../face/detect.ts';
import type { GlyphWeights } from '../mrz-reader/glyph-network.ts';
import { loadGlyphWeights } from '../mrz-reader/glyph-weights.ts';
import { loadTextModels, type TextModels } from '../viz/text-models.ts';

/** The networks of the readers. Each is loaded with the first picture that needs it, and kept. */
export interface Models {
  /** Of the machine-readable zone. */
  glyphs: GlyphWeights;
  faces(): Promise<FaceModels>;
  /** Null on a platform for which the runtime of the text models has no program: then no text is looked for. */
  text(): Promise<TextModels | null>;
}

/** @param assetsDir  folder that holds `weights/` */
export function openModels(assetsDir: string): Models {
  return {
    glyphs: loadGlyphWeights(assetsDir),
    faces: once(() => loadFaceModels(assetsDir)),
    text: once(loadTextModels),
  };
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load();
    return loading;
  };
}
