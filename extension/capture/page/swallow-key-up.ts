const LONGEST_PRESS_MS = 1000;

/** Keeps the end of a key press from the page: the key that ends an overlay comes up only after that is gone. */
export function swallowKeyUp(): void {
  addEventListener('keyup', (event) => event.stopImmediatePropagation(), {
    capture: true,
    once: true,
    signal: AbortSignal.timeout(LONGEST_PRESS_MS),
  });
}
