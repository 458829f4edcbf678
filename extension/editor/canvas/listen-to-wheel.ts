import type { EditorStore } from '../store.ts';
import { panBy, zoomAt } from './view.ts';

/** What one line of a wheel that counts lines is, in CSS pixels. */
const LINE_PX = 40;
/** A pinch or a notch of the wheel with Ctrl zooms by e to this times its pixels. */
const ZOOM_PER_PX = 0.01;
const MOST_PX = 50;

/** The wheel pans, with Shift sideways; with Ctrl or Command, as a pinch on a touchpad sends it, it zooms. */
export function listenToWheel(store: EditorStore, canvas: HTMLElement): () => void {
  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
    const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
    const { view } = store.state;
    if (event.ctrlKey || event.metaKey) {
      const { left, top } = canvas.getBoundingClientRect();
      const by = Math.max(-MOST_PX, Math.min(MOST_PX, dy));
      const zoom = view.zoom * Math.exp(-by * ZOOM_PER_PX);
      store.setView(zoomAt(view, zoom, [event.clientX - left, event.clientY - top]));
    } else if (event.shiftKey && dx === 0) store.setView(panBy(view, -dy, 0));
    else store.setView(panBy(view, -dx, -dy));
  };
  canvas.addEventListener('wheel', onWheel, { passive: false });
  return () => canvas.removeEventListener('wheel', onWheel);
}
