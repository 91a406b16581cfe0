/** Grey values, 0 black to 255 white, row by row. */
export interface GreyImage {
  data: Uint8Array;
  width: number;
  height: number;
}

/** Red, green, blue, row by row. */
export interface RgbImage {
  rgb: Uint8Array;
  width: number;
  height: number;
}

/** A picture as decoders and as canvases give it: three or four values a pixel, the fourth without meaning. */
export interface Pixels {
  data: ArrayLike<number>;
  channels: 3 | 4;
  width: number;
  height: number;
}

export function pixelsOf({ rgb, width, height }: RgbImage): Pixels {
  return { data: rgb, channels: 3, width, height };
}
