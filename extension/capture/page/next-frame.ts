/** A tab that is not seen draws no frames, whether it says so or not; one that is seen may draw them late. */
const LONGEST_FRAME_MS = 1000;

/** Resolves when the browser is about to draw, so that what was changed before is in that frame. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', end);
      resolve();
    };
    const timer = setTimeout(end, document.hidden ? 0 : LONGEST_FRAME_MS);
    document.addEventListener('visibilitychange', end);
    requestAnimationFrame(end);
  });
}

/**
 * What was changed before is drawn when this resolves. It is in the first frame; the second one may begin while the
 * first is still painted, the third only after that.
 */
export async function nextPicture(): Promise<void> {
  await nextFrame();
  await nextFrame();
  await nextFrame();
}
