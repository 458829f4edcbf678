import type { EditorStore } from '../store.ts';
import type { View } from './view.ts';

/** So long after the last change of zoom the scene is drawn sharp at its new size. */
const SETTLE_MS = 300;
/** Sooner or later also while the computer is busy, as when frames come slower than that. */
const LONGEST_BLUR_MS = 2000;
/** Stretched by more than this since it was drawn, it is drawn again at once. */
const MOST_STRETCH = 3;

/**
 * Keeps the transform of `stage` what the view says. It is a layer of the browser's: while the view moves, the
 * compositor moves and stretches what is painted, and only where the zoom has come to rest it is painted anew.
 *
 * @returns how to end it
 */
export function followView(store: EditorStore, stage: HTMLElement): () => void {
  let shown = store.state.view;
  let sharpZoom = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle = 0;

  const sharpen = () => {
    sharpZoom = shown.zoom;
    // Without the hint the browser paints at the size that is seen, with it at the size of before.
    stage.style.willChange = 'auto';
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        stage.style.willChange = 'transform';
      }),
    );
  };
  const sharpenAtRest = () => {
    idle = requestIdleCallback(sharpen, { timeout: LONGEST_BLUR_MS });
  };
  const wait = () => {
    clearTimeout(timer);
    cancelIdleCallback(idle);
  };
  const place = ({ x, y, zoom }: View) => {
    stage.style.transform = `translate(${-x * zoom}px, ${-y * zoom}px) scale(${zoom})`;
  };
  place(shown);
  sharpen();
  const end = store.subscribe(() => {
    const { view } = store.state;
    if (view === shown) return;
    shown = view;
    place(view);
    if (view.zoom === sharpZoom) return;
    wait();
    const stretch = Math.max(view.zoom / sharpZoom, sharpZoom / view.zoom);
    if (stretch > MOST_STRETCH) sharpen();
    else timer = setTimeout(sharpenAtRest, SETTLE_MS);
  });
  return () => {
    end();
    wait();
  };
}
