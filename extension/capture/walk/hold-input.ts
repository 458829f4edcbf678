const HELD = [
  'keydown',
  'keypress',
  'keyup',
  'wheel',
  'touchstart',
  'touchmove',
  'mousedown',
  'click',
];

/** Keeps the user's hands off the page while it is scrolled for them; Escape calls `stop`. */
export function holdInput(stop: () => void): () => void {
  const listening = new AbortController();
  for (const name of HELD) {
    addEventListener(
      name,
      (event) => {
        event.stopImmediatePropagation();
        // The browser's own keys, such as the one that closes the tab, go on working.
        const isBrowsers = event instanceof KeyboardEvent && (event.ctrlKey || event.metaKey);
        if (!isBrowsers) event.preventDefault();
        if (event instanceof KeyboardEvent && event.type === 'keydown' && event.key === 'Escape')
          stop();
      },
      { capture: true, passive: false, signal: listening.signal },
    );
  }
  return () => listening.abort();
}
