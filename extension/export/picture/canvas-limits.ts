/** Largest side of a canvas in Chromium. */
export const MAX_CANVAS_SIDE_PX = 16_384;
/** Below Chromium's own 268 million, which few computers have the memory for. */
export const MAX_CANVAS_PIXELS = 120_000_000;
