import type { EditorStore } from '../store.ts';

/** So long after the last move the scene is drawn sharp at its new size. */
const SETTLE_MS = 140;
/** Zoomed by more than this since it was drawn, it is drawn again at once. */
const MOST_STRETCH = 2;

/**
 * Keeps the transform of `stage` what the view says. While the view moves, the compositor moves what is painted;
 * when it rests, it is painted at the size it has.
 *
 * @returns how to end it
 */
export function followView(store: EditorStore, stage: HTMLElement): () => void {
  let shown = store.state.view;
  let sharpZoom = shown.zoom;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const settle = () => {
    stage.style.willChange = '';
    sharpZoom = shown.zoom;
  };
  const place = () => {
    const { x, y, zoom } = shown;
    stage.style.transform = `translate(${-x * zoom}px, ${-y * zoom}px) scale(${zoom})`;
  };
  place();
  const end = store.subscribe(() => {
    const { view } = store.state;
    if (view === shown) return;
    shown = view;
    const stretch = Math.max(view.zoom / sharpZoom, sharpZoom / view.zoom);
    if (stretch > MOST_STRETCH) settle();
    else stage.style.willChange = 'transform';
    place();
    clearTimeout(timer);
    timer = setTimeout(settle, SETTLE_MS);
  });
  return () => {
    end();
    clearTimeout(timer);
  };
}
