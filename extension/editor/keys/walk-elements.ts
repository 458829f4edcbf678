import { i18n } from '#i18n';
import { describeElement } from '../../../shared/scene/describe/describe-element.ts';
import { boundsOf } from '../../../shared/scene/geometry/bounds.ts';
import { boxContains, middleOf } from '../../../shared/scene/geometry/box.ts';
import type { SceneElement } from '../../../shared/scene/model/element.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import { visibleBox } from '../canvas/view.ts';
import type { EditorStore } from '../store.ts';

/** What Tab goes through, from the back to the front; a label goes with its shape. */
export function walkable(scene: Scene): readonly SceneElement[] {
  return scene.elements.filter(
    (element) => element.type !== 'text' || element.containerId === null,
  );
}

/**
 * Selects the element after (1) or before (-1) the one that is selected, and shows it; returns whether there is
 * one, else the focus goes on to what is beside the canvas.
 */
export function walkElements(store: EditorStore, direction: 1 | -1): boolean {
  const { scene, selection } = store.state;
  const all = walkable(scene);
  const selected = all.findLastIndex(({ id }) => selection.has(id));
  const index = selected === -1 ? (direction === 1 ? 0 : all.length - 1) : selected + direction;
  const next = all[index];
  if (next === undefined) return false;
  store.select([next.id]);
  bringIntoView(store, next);
  sayElement(store, next);
  return true;
}

/** Has a screen reader say which element it is, and where in the row. */
export function sayElement(store: EditorStore, element: SceneElement): void {
  const { scene } = store.state;
  const all = walkable(scene);
  const place = all.indexOf(element) + 1;
  store.announce(
    i18n.t('editor.selecting.place', [
      describeElement(element, scene),
      String(place),
      String(all.length),
    ]),
  );
}

function bringIntoView(store: EditorStore, element: SceneElement): void {
  const { view, size } = store.state;
  const box = boundsOf(element);
  if (boxContains(visibleBox(view, size), box)) return;
  const [x, y] = middleOf(box);
  store.setView({
    ...view,
    x: x - size.width / 2 / view.zoom,
    y: y - size.height / 2 / view.zoom,
  });
}
