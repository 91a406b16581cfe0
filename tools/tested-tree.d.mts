/** Id of the tree that is checked out; null where files differ from it. */
export declare function committedTree(root: string): string | null;
export declare function rememberTested(root: string, tree: string): void;
/** The last tree for which everything passed; null where none did. */
export declare function testedTree(root: string): string | null;
