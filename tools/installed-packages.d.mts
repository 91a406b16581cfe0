export interface InstalledPackage {
  /** From the root, such as `node_modules/pg`. */
  place: string;
  name: string;
  /** An install without development packages leaves it out. */
  dev: boolean;
}
export declare function installedPackages(root: string): InstalledPackage[];
/** Bytes on the disk. */
export declare function bytesOf(folder: string, options?: { nested?: boolean }): number;
