export declare const root: string;
export declare function buildIfStale(options?: { log?: (line: string) => void }): Promise<boolean>;
/** Bundles the command line into one file. */
export declare function buildCommandLine(outfile?: string): Promise<void>;
/** Bundles the script that partners' pages load. */
export declare function buildEmbed(outfile?: string): Promise<void>;
