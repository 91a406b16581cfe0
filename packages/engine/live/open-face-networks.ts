import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import type { FaceNetworks } from '../face/mesh.ts';
import { type ModelFile, modelSource } from '../face/model-file.ts';

/** The bytes of what the two networks need. Whoever has them fetched them: code that sees faces asks for nothing itself. */
export interface FaceNetworkFiles {
  /** TensorFlow's kernels with SIMD, one thread. */
  kernels: ArrayBuffer;
  detector: NetworkFiles;
  mesh: NetworkFiles;
}

interface NetworkFiles {
  /** The JSON file. */
  graph: ArrayBuffer;
  weights: ArrayBuffer;
}

/** The smallest module there is. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/**
 * The networks of the server in a browser, on the same kernels.
 *
 * @throws where WebAssembly or its SIMD is missing or not allowed
 */
export async function openFaceNetworks({ kernels, detector, mesh }: FaceNetworkFiles): Promise<FaceNetworks> {
  // Asked first, because the backend would wait for ever where compiling is forbidden.
  new WebAssembly.Module(EMPTY_MODULE);
  if (!(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) throw new Error('this browser has no SIMD');
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  tf.env().platform.fetch = async () => new Response(kernels);
  setWasmPaths('', true);
  if (!(await tf.setBackend('wasm'))) throw new Error('the kernels did not start');
  return { tf, detector: await openGraph(detector), mesh: await openGraph(mesh) };
}

async function openGraph({ graph, weights }: NetworkFiles): Promise<GraphModel> {
  const file = JSON.parse(new TextDecoder().decode(graph)) as ModelFile;
  return loadGraphModel({ load: async () => modelSource(file, weights) });
}
