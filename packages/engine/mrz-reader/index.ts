/** Reads machine-readable zones from pictures. */
export type { PixelPoint, PixelQuad } from './geometry.ts';
export type { GlyphWeights } from './glyph-network.ts';
export { loadGlyphWeights } from './glyph-weights.ts';
export type { GrayImage } from './gray-image.ts';
export { MINIMUM_CONFIDENCE, type RawMrzReading, type ReadMrzOptions, readMrz } from './read-mrz.ts';
