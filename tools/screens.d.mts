/** Picture → the document that shows it. */
export declare const KEPT: Readonly<Record<string, string>>;
/** A page with all pictures. */
export declare function contactSheet(names: readonly string[]): string;
