/** What an injected script answers at once. */
export type ScriptStart = 'shown' | 'already-shown' | 'not-html';

const OPEN = Symbol.for('inkseal capture');
/** The world that this extension's scripts have in the page; the page itself can't see it. */
const world = globalThis as { [OPEN]?: boolean };

/** Runs what takes a while in the page, unless something does so already. */
export function runOnce(run: () => Promise<void>): ScriptStart {
  if (!(document instanceof HTMLDocument) && document.contentType !== 'application/xhtml+xml') {
    return 'not-html';
  }
  if (world[OPEN]) return 'already-shown';
  world[OPEN] = true;
  void run().finally(() => {
    world[OPEN] = false;
  });
  return 'shown';
}
