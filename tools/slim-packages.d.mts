/** Removes what nobody here can use from a folder of packages, and answers what it removed. */
export declare function slimPackages(packages: string, system?: { platform: string; arch: string }): string[];
