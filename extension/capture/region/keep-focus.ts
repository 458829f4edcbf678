import type { Overlay } from './build-overlay.ts';

/**
 * Gives the keyboard back to the overlay when a frame takes it: a PDF does when it has loaded, though the dialog that
 * covers it is modal.
 */
export function keepFocus({ host, dialog }: Overlay, signal: AbortSignal): void {
  const onBlur = (): void => {
    // Which frame has it is known only afterwards; another window leaves the overlay active.
    setTimeout(() => {
      if (!signal.aborted && document.activeElement !== host) dialog.focus({ preventScroll: true });
    });
  };
  addEventListener('blur', onBlur, { signal });
}
