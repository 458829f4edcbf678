import { noteActivity } from '../session/open-keys.ts';

const PAUSE_MS = 15_000;

/** While this page is used, the account stays open. */
export function watchActivity(): void {
  let notedAt = 0;
  const note = () => {
    if (Date.now() - notedAt < PAUSE_MS) return;
    notedAt = Date.now();
    void noteActivity();
  };
  for (const kind of ['pointerdown', 'keydown', 'wheel'] as const) {
    addEventListener(kind, note, { capture: true, passive: true });
  }
  note();
}
