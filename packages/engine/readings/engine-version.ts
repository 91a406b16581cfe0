/** Put in by the build, which takes the fingerprint of what it builds: `tools/engine-version.mjs`. */
declare const BUILT_ENGINE_VERSION: string | undefined;

/**
 * Which engine read a picture or judged a case, such as `0.2.0+3f9c51d07be4`: kept with every reading, finding and decision.
 * Sources that run without a build, as in tests and under a watcher, say `unbuilt`: they may change from one line to the next.
 *
 * @see docs/decisions/0125-the-version-of-the-engine.md
 */
export const ENGINE_VERSION: string = typeof BUILT_ENGINE_VERSION === 'undefined' ? 'unbuilt' : BUILT_ENGINE_VERSION;
