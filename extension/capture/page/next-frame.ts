/** A tab that is not seen draws no frames; one that is seen draws them late where the computer is busy. */
const LONGEST_HIDDEN_MS = 250;
const LONGEST_SEEN_MS = 3000;

/** Resolves when the browser is about to draw, so that what was changed before is in that frame. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, document.hidden ? LONGEST_HIDDEN_MS : LONGEST_SEEN_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
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
