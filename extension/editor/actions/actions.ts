import type { StepKey } from '../../../shared/scene/history/step-name.ts';
import type { ImageElement } from '../../../shared/scene/model/element.ts';
import { pickElements } from '../../../shared/scene/model/index-elements.ts';
import type { Scene, SceneFile } from '../../../shared/scene/model/scene.ts';
import { cropImage, cropScene, wholePicture } from '../../../shared/scene/operations/crop.ts';
import { duplicateElements } from '../../../shared/scene/operations/duplicate-elements.ts';
import { groupElements, ungroupElements } from '../../../shared/scene/operations/group-elements.ts';
import {
  type OrderChange,
  orderElements,
} from '../../../shared/scene/operations/order-elements.ts';
import { removeElements } from '../../../shared/scene/operations/remove-elements.ts';
import { rotateElements } from '../../../shared/scene/operations/rotate-elements.ts';
import { setGridSize } from '../../../shared/scene/operations/scene-settings.ts';
import { setLocked } from '../../../shared/scene/operations/set-locked.ts';
import { zoomStep, zoomTo, zoomToFit, zoomToSelection } from '../canvas/zooming.ts';
import { announceStep, announceUndo } from '../chrome/announce.ts';
import type { ActionName } from '../keys/key-table.ts';
import type { EditorStore } from '../store.ts';

export type Action = (store: EditorStore) => void;

/** A copy lies so far beside what was copied, in scene units. */
const COPY_OFFSET = 16;
const GRID_SIZE = 20;
const TURN = Math.PI / 12;

/** What each key and button of the same name does. */
export const ACTIONS: Readonly<Record<ActionName, Action>> = {
  undo: (store) => announceUndo(store, 'undone', store.undo()),
  redo: (store) => announceUndo(store, 'redone', store.redo()),
  selectAll,
  duplicate,
  remove: (store) => changeSelected(store, 'remove', removeElements),
  group: (store) =>
    changeSelected(store, 'group', (scene, ids) => groupElements(scene, ids, crypto.randomUUID())),
  ungroup: (store) => changeSelected(store, 'ungroup', ungroupElements),
  toggleLock,
  bringForward: (store) => order(store, 'forward'),
  sendBackward: (store) => order(store, 'backward'),
  bringToFront: (store) => order(store, 'front'),
  sendToBack: (store) => order(store, 'back'),
  rotateRight: (store) => rotate(store, TURN),
  rotateLeft: (store) => rotate(store, -TURN),
  removeCrop,
  keepTool: (store) => store.keepTool(!store.state.isToolKept),
  toggleGrid,
  toggleSnapping: (store) => store.snap(!store.state.isSnapping),
  zoomIn: (store) => zoomStep(store, 1),
  zoomOut: (store) => zoomStep(store, -1),
  zoomReset: (store) => zoomTo(store, 1),
  zoomToFit,
  zoomToSelection,
  showKeys: (store) => store.showKeys(true),
  exportDiagram: (store) => store.ask('export'),
  shareDiagram: (store) => store.ask('share'),
};

/** Does `operation` to what is selected, as one step. */
export function changeSelected(
  store: EditorStore,
  key: StepKey,
  operation: (scene: Scene, ids: ReadonlySet<string>) => Scene,
): void {
  const { scene, selection } = store.state;
  if (selection.size === 0) return;
  const changed = operation(scene, selection);
  if (changed === scene) return;
  const step = { key, count: selection.size };
  store.commit(step, changed);
  announceStep(store, step);
}

function selectAll(store: EditorStore): void {
  const { scene } = store.state;
  const free = scene.elements.filter((element) => {
    const isLabel = element.type === 'text' && element.containerId !== null;
    return !element.locked && !isLabel;
  });
  store.setTool('select');
  store.select(free.map(({ id }) => id));
}

function duplicate(store: EditorStore): void {
  const { scene, selection } = store.state;
  if (selection.size === 0) return;
  const duplicated = duplicateElements(scene, selection, COPY_OFFSET, COPY_OFFSET);
  const ids = [...selection].map((id) => duplicated.copies.get(id));
  const step = { key: 'duplicate', count: selection.size } as const;
  store.commit(step, duplicated.scene, { selection: ids.filter((id) => id !== undefined) });
  announceStep(store, step);
}

function toggleLock(store: EditorStore): void {
  const { scene, selection } = store.state;
  const isLocking = pickElements(scene, selection).some(({ locked }) => !locked);
  changeSelected(store, isLocking ? 'lock' : 'unlock', (before, ids) =>
    setLocked(before, ids, isLocking),
  );
}

function order(store: EditorStore, change: OrderChange): void {
  changeSelected(store, 'order', (scene, ids) => orderElements(scene, ids, change));
}

function rotate(store: EditorStore, angle: number): void {
  changeSelected(store, 'rotate', (scene, ids) => rotateElements(scene, ids, angle));
}

function removeCrop(store: EditorStore): void {
  const { scene } = store.state;
  if (scene.crop === null) return;
  const step = { key: 'uncropScene', count: 1 } as const;
  store.commit(step, cropScene(scene, null));
  announceStep(store, step);
}

/** Shows all of a picture again. */
export function uncropPicture(
  store: EditorStore,
  { image, file }: { readonly image: ImageElement; readonly file: SceneFile },
): void {
  const step = { key: 'uncropImage', count: 1 } as const;
  store.commit(step, cropImage(store.state.scene, image.id, wholePicture(image, file)));
  announceStep(store, step);
}

function toggleGrid(store: EditorStore): void {
  const { scene } = store.state;
  const step = { key: 'grid', count: 1 } as const;
  store.commit(step, setGridSize(scene, scene.gridSize === null ? GRID_SIZE : null));
}
