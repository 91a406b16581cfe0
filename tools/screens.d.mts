/** Picture → the document that shows it. */
export declare const KEPT: Readonly<Record<string, string>>;
/** Pictures that stand side by side in `customer-overview`. */
export declare const OVERVIEW: readonly string[];
/** A page with all pictures. */
export declare function contactSheet(names: readonly string[]): string;
