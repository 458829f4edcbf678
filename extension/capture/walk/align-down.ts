const LONGEST_STEP_BACK = 24;

/**
 * The next offset at or before `offset` that is a whole number of CSS and of device pixels: there the page is drawn
 * as it would be without scrolling, and pictures fit together.
 */
export function alignDown(offset: number, scale: number): number {
  const whole = Math.floor(offset + 0.001);
  for (let back = 0; back <= LONGEST_STEP_BACK; back++) {
    const pixels = (whole - back) * scale;
    if (Math.abs(pixels - Math.round(pixels)) < 0.01) return whole - back;
  }
  return whole;
}
