/** What pdfkit 0.20 documents and its published types leave out. */
declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    /** For the cell at the head of a column or a row. */
    scope?: 'Column' | 'Row';
    /** Where a figure lies: left, top, right and bottom in points from the upper left corner of the page. */
    bbox?: [left: number, top: number, right: number, bottom: number];
    placement?: 'Block' | 'Inline';
  }

  interface PDFFont {
    registerFont(name: string, parsed: import('fontkit').Font): this;
  }

  interface PDFImage {
    /** Reads a picture once; it can then be drawn any number of times and lies in the file once. */
    openImage(source: Buffer): OpenedImage;
  }

  type OpenedImage = ImageSrc & { width: number; height: number };
}
