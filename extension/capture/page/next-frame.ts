/** A tab that is not seen draws no frames. */
const LONGEST_FRAME_MS = 250;

/** Resolves when the browser is about to draw, so that what was changed before is in that frame. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST_FRAME_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** What was changed before is drawn when this resolves. */
export async function nextPicture(): Promise<void> {
  await nextFrame();
  await nextFrame();
}
