import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 50;
const PATIENCE_MS = 30_000;

/** Asks `look` again and again until it finds something; names what was awaited when it never does. */
export async function pollUntil<T>(
  what: string,
  look: () => Promise<T | null | undefined>,
): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`Waited ${PATIENCE_MS} ms in vain for ${what}`);
    await sleep(PAUSE_MS);
  }
}
