import type { Scene } from '../../../../shared/scene/model/scene.ts';
import {
  type Alignment,
  alignElements,
} from '../../../../shared/scene/operations/align-elements.ts';
import { distributeElements } from '../../../../shared/scene/operations/distribute-elements.ts';
import { flipElements } from '../../../../shared/scene/operations/flip-elements.ts';
import { changeSelected } from '../../actions/actions.ts';
import type { EditorStore } from '../../store.ts';

type Axis = 'horizontal' | 'vertical';
type Layout = 'layersDown' | 'layersRight' | 'treeDown' | 'treeRight';

export function align(store: EditorStore, to: Alignment): void {
  changeSelected(store, 'align', (scene, ids) => alignElements(scene, ids, to));
}

export function distribute(store: EditorStore, axis: Axis): void {
  changeSelected(store, 'distribute', (scene, ids) => distributeElements(scene, ids, axis));
}

export function flip(store: EditorStore, axis: Axis): void {
  changeSelected(store, 'flip', (scene, ids) => flipElements(scene, ids, axis));
}

/** Lays the selection out along its arrows, as one step. The code for it is loaded when it is first asked for. */
export async function layOut(store: EditorStore, layout: Layout): Promise<void> {
  const lay = await loadLayout(layout);
  changeSelected(store, 'layout', lay);
}

async function loadLayout(
  layout: Layout,
): Promise<(scene: Scene, ids: ReadonlySet<string>) => Scene> {
  const direction = layout.endsWith('Down') ? 'down' : 'right';
  if (layout.startsWith('tree')) {
    const { layoutTree } = await import('../../../../shared/scene/layout/layout-tree.ts');
    return (scene, ids) => layoutTree(scene, ids, direction);
  }
  const { layoutLayers } = await import('../../../../shared/scene/layout/layout-layers.ts');
  return (scene, ids) => layoutLayers(scene, ids, direction);
}
