/** Clips as browsers record them, as small as they can be: for the container's sake, not to be seen. */

/** A WebM clip of VP8 with a picture at each time in milliseconds; segment and cluster left open, as while recording. */
export function webm(times: readonly number[], { codec = 'V_VP8', key = true } = {}): Buffer {
  const keyFrame = Buffer.from([key ? 0x10 : 0x11, 0, 0, 0x9d, 0x01, 0x2a, 0x40, 0x01, 0xf0, 0, 0, 0]);
  const blocks = times.map((time) =>
    element('a3', Buffer.concat([Buffer.from([0x81, (time >> 8) & 255, time & 255, 0x80]), keyFrame])),
  );
  const track = element('ae', element('d7', [1]), element('83', [1]), element('86', [...Buffer.from(codec)]));
  return Buffer.concat([
    element('1a45dfa3', element('4282', [...Buffer.from('webm')])),
    Buffer.from('1853806701ffffffffffffff', 'hex'),
    element('1549a966', element('2ad7b1', [0x0f, 0x42, 0x40])),
    element('1654ae6b', track),
    Buffer.from('1f43b67501ffffffffffffff', 'hex'),
    element('e7', [0]),
    ...blocks,
  ]);
}

function element(id: string, ...parts: (Uint8Array | number[])[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const size = Buffer.alloc(2);
  size.writeUInt16BE(0x4000 | content.length);
  return Buffer.concat([Buffer.from(id, 'hex'), size, content]);
}

/** An MP4 clip in fragments: one of so many pictures, each shown for so many of 1000 ticks a second. */
export function mp4(pictures: number, ticks: number, { codec = 'avc1' } = {}): Buffer {
  const tkhd = box('tkhd', u32(0, 0, 0, 1));
  const mdhd = box('mdhd', u32(0, 0, 0, 1000, 0));
  const hdlr = box('hdlr', u32(0, 0), Buffer.from('vide'));
  const stsd = box('stsd', u32(0, 1), box(codec, u32(0, 0)));
  const stts = box('stts', u32(0, 0));
  const moov = box(
    'moov',
    box('trak', tkhd, box('mdia', mdhd, hdlr, box('minf', box('stbl', stsd, stts)))),
    box('mvex', box('trex', u32(0, 1, 1, ticks, 0, 0))),
  );
  const moof = box('moof', box('traf', box('tfhd', u32(0, 1)), box('trun', u32(0, pictures))));
  return Buffer.concat([box('ftyp', Buffer.from('isom')), moov, moof, box('mdat', Buffer.alloc(pictures))]);
}

function box(type: string, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([u32(8 + content.length), Buffer.from(type), content]);
}

function u32(...values: number[]): Buffer {
  const buffer = Buffer.alloc(4 * values.length);
  for (const [i, value] of values.entries()) buffer.writeUInt32BE(value, 4 * i);
  return buffer;
}
