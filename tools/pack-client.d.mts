/** Writes the client as a package for others into a folder, and answers the folder. */
export declare function packClient(target?: string): Promise<string>;
