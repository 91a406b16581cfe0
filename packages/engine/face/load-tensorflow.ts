import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as Wasm from '@tensorflow/tfjs-backend-wasm';
import type * as Converter from '@tensorflow/tfjs-converter';
import type { GraphModel } from '@tensorflow/tfjs-converter';
import type * as Core from '@tensorflow/tfjs-core';
import type { io } from '@tensorflow/tfjs-core';
import { packageFolder } from '../models/package-folder.ts';
import { type ModelFile, modelSource } from './model-file.ts';

export type Tf = typeof Core;

// The packages are CommonJS; `require` gives all three of them the same core.
const require = createRequire(import.meta.url);

/** TensorFlow.js on WebAssembly, one thread: the other core is left to whoever else works here. */
export async function loadTensorFlow(): Promise<Tf> {
  const tf = require('@tensorflow/tfjs-core') as typeof Core;
  const wasm = require('@tensorflow/tfjs-backend-wasm') as typeof Wasm;
  wasm.setThreadsCount(1);
  wasm.setWasmPaths(`${path.join(packageFolder('@tensorflow/tfjs-backend-wasm'), 'dist')}${path.sep}`);
  await tf.setBackend('wasm');
  await tf.ready();
  return tf;
}

/** @param file  the graph; its weights lie beside it */
export function loadGraphModel(file: string): Promise<GraphModel> {
  const { loadGraphModel: load } = require('@tensorflow/tfjs-converter') as typeof Converter;
  const source: io.IOHandler = {
    async load() {
      const model = JSON.parse(await readFile(file, 'utf8')) as ModelFile;
      const weights = await Promise.all(
        model.weightsManifest
          .flatMap(({ paths }) => paths)
          .map((name) => readFile(path.join(path.dirname(file), name))),
      );
      return modelSource(model, arrayBufferOf(Buffer.concat(weights)));
    },
  };
  return load(source);
}

function arrayBufferOf(bytes: Buffer): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
