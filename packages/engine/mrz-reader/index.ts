/** Reads machine-readable zones from pictures. */
export type { PixelPoint, PixelQuad } from './geometry.ts';
export type { GlyphWeights } from './glyph-network.ts';
export { loadGlyphWeights } from './glyph-weights.ts';
export type { GrayImage } from './gray-image.ts';
export { MINIMUM_CONFIDENCE, type ReadMrzOptions, readMrz, type ZoneReading } from './read-mrz.ts';
