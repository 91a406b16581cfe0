export interface ReleaseOptions {
  version: string;
  root?: string;
  today?: Date;
  dryRun?: boolean;
  log?: (line: string) => void;
  engine?: (root: string) => Promise<string>;
}
/** Commits and tags; throws an `Error` that names everything that stands in the way. */
export declare function release(options: ReleaseOptions): Promise<{ tag: string; message: string }>;
/** Which version each place of a tree names. */
export declare function versions(root?: string): Map<string, string | undefined>;
/** What the changelog says about a version, without its heading; empty where that is nothing. */
export declare function sectionOf(changelog: string, version: string): string;
