import { boundsOfAll } from '../../../shared/scene/geometry/bounds.ts';
import { middleOf } from '../../../shared/scene/geometry/box.ts';
import type { StepKey } from '../../../shared/scene/history/step-name.ts';
import type { Point } from '../../../shared/scene/model/element.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import { addElements } from '../../../shared/scene/operations/add-elements.ts';
import { copyElements } from '../../../shared/scene/operations/copy-elements.ts';
import { toScene, visibleBox } from '../canvas/view.ts';
import { zoomToFit } from '../canvas/zooming.ts';
import { announceStep } from '../chrome/announce.ts';
import type { EditorStore } from '../store.ts';

/**
 * Puts what another scene holds into the one that is edited, about `at` (on the canvas; else in its middle), and
 * selects it. An empty scene takes over the background and the grid too, and shows all of it.
 */
export function insertScene(
  store: EditorStore,
  inserted: Scene,
  key: StepKey,
  at: Point | null = null,
): void {
  const { scene, view, size } = store.state;
  const bounds = boundsOfAll(inserted.elements);
  if (bounds === null) return;
  const wasEmpty = scene.elements.length === 0;
  const from = middleOf(bounds);
  const to = at === null ? middleOf(visibleBox(view, size)) : toScene(view, at);
  const [dx, dy] = [Math.round(to[0] - from[0]), Math.round(to[1] - from[1])];
  const copies = copyElements(inserted.elements).map((element) => ({
    ...element,
    x: element.x + dx,
    y: element.y + dy,
  }));
  const added = addElements(scene, copies, inserted.files);
  const { backgroundColor, gridSize, attachments } = inserted;
  const whole = {
    ...added,
    ...(wasEmpty && { backgroundColor, gridSize }),
    attachments: [...scene.attachments, ...attachments],
  };
  const shown = copies.filter((one) => one.type !== 'text' || one.containerId === null);
  const step = { key, count: shown.length };
  store.setTool('select');
  store.commit(step, whole, { selection: shown.map(({ id }) => id) });
  announceStep(store, step);
  const isTooLarge =
    bounds.width * view.zoom > size.width || bounds.height * view.zoom > size.height;
  if (wasEmpty && (isTooLarge || copies.length > 1)) zoomToFit(store);
}
