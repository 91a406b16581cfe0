/** A place in the picture as fractions of its width and height, so that it fits every size the picture is shown in. */
export type Point = readonly [x: number, y: number];

/** Four corners, clockwise from the top left as a reader holds the thing upright. */
export type Quad = readonly [Point, Point, Point, Point];
