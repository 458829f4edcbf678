import { boundsOfAll } from '../../../shared/scene/geometry/bounds.ts';
import { pickElements } from '../../../shared/scene/model/index-elements.ts';
import type { EditorStore } from '../store.ts';
import { fitBox, zoomAt } from './view.ts';

const STEP = 1.25;
/** To see a small selection well. */
const SELECTION_ZOOM = 2;

/** Shows the whole scene, or its beginning's place where there is nothing. */
export function zoomToFit(store: EditorStore): void {
  const { scene, size } = store.state;
  const box = boundsOfAll(scene.elements);
  if (box !== null) store.setView(fitBox(box, size));
  else store.setView({ x: -size.width / 2, y: -size.height / 2, zoom: 1 });
}

export function zoomToSelection(store: EditorStore): void {
  const { scene, size, selection } = store.state;
  const box = boundsOfAll(pickElements(scene, selection));
  if (box !== null) store.setView(fitBox(box, size, SELECTION_ZOOM));
}

/** A step nearer (1) or farther (-1), about the middle. */
export function zoomStep(store: EditorStore, direction: 1 | -1): void {
  zoomTo(store, store.state.view.zoom * STEP ** direction);
}

/** To `zoom`, about the middle. */
export function zoomTo(store: EditorStore, zoom: number): void {
  const { view, size } = store.state;
  store.setView(zoomAt(view, zoom, [size.width / 2, size.height / 2]));
}
