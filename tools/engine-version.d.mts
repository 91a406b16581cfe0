/** The program of the process that reads pictures. */
export declare const ENGINE_PROCESS: string;
/** `<version of the release>+<fingerprint>` of the engine in a tree, by default this one. */
export declare function engineVersion(root?: string): Promise<string>;
