/** The part of fontkit that the report uses; the package has no types of its own. */
declare module 'fontkit' {
  /** A parsed font. `pdfkit` takes it where it takes a file. */
  export interface Font {
    readonly postscriptName: string;
    hasGlyphForCodePoint(codePoint: number): boolean;
  }
  export function create(bytes: Uint8Array): Font;
}
