import type { io } from '@tensorflow/tfjs-core';

/** A graph model as a package has it, beside its weights. */
export interface ModelFile {
  modelTopology: object;
  signature?: object;
  weightsManifest: { paths: string[]; weights: io.WeightsManifestEntry[] }[];
}

export function modelSource(
  { modelTopology, signature, weightsManifest }: ModelFile,
  weightData: ArrayBuffer,
): io.ModelArtifacts {
  return {
    modelTopology,
    signature,
    weightSpecs: weightsManifest.flatMap(({ weights }) => weights),
    weightData,
  };
}
