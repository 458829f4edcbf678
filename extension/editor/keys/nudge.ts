import { i18n } from '#i18n';
import { boundsOfAll } from '../../../shared/scene/geometry/bounds.ts';
import { pickElements } from '../../../shared/scene/model/index-elements.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import { moveElements } from '../../../shared/scene/operations/move-elements.ts';
import { resizeElements } from '../../../shared/scene/operations/resize-elements.ts';
import { measureText } from '../../fonts/measure-text.ts';
import { panBy } from '../canvas/view.ts';
import type { EditorStore } from '../store.ts';

const FINE = 1;
const COARSE = 10;
/** An arrow with nothing selected moves the view by this, in CSS pixels. */
const PAN_PX = 60;

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Which way an arrow key goes; undefined for other keys. */
export function directionOf(key: string): readonly [number, number] | undefined {
  return DIRECTIONS[key];
}

/** Moves what is selected, with `isResizing` its lower right corner, or the view where nothing is. */
export function nudge(
  store: EditorStore,
  [dx, dy]: readonly [number, number],
  { isFar, isResizing }: { readonly isFar: boolean; readonly isResizing: boolean },
): void {
  const { scene, selection, view } = store.state;
  if (selection.size === 0) {
    store.setView(panBy(view, -dx * PAN_PX, -dy * PAN_PX));
    return;
  }
  const by = isFar ? COARSE : FINE;
  const changed = isResizing
    ? resizeBy(scene, selection, dx * by, dy * by)
    : moveElements(scene, selection, dx * by, dy * by);
  const key = isResizing ? 'resize' : 'move';
  store.commit({ key, count: selection.size }, changed, { goesOn: true });
  const box = boundsOfAll(pickElements(changed, selection));
  if (box === null) return;
  const said = (a: number, b: number) =>
    [String(Math.round(a)), String(Math.round(b))] as [string, string];
  store.announce(
    isResizing
      ? i18n.t('editor.selecting.resized', said(box.width, box.height))
      : i18n.t('editor.selecting.moved', said(box.x, box.y)),
  );
}

function resizeBy(scene: Scene, ids: ReadonlySet<string>, dx: number, dy: number): Scene {
  const side = dy === 0 ? 'e' : 's';
  return resizeElements(scene, ids, { handle: side, offset: [dx, dy] }, measureText);
}
