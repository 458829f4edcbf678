import { i18n } from '#i18n';
import { applyLayout } from '../../../../shared/scene/layout/apply-layout.ts';
import { describeTask } from '../../../../shared/scene/layout/layout-task.ts';
import { readGraph } from '../../../../shared/scene/layout/read-graph.ts';
import {
  type Alignment,
  alignElements,
} from '../../../../shared/scene/operations/align-elements.ts';
import { distributeElements } from '../../../../shared/scene/operations/distribute-elements.ts';
import { flipElements } from '../../../../shared/scene/operations/flip-elements.ts';
import { placeInSandbox } from '../../../sandbox/ask-sandbox.ts';
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

/**
 * Lays the selection out along its arrows, as one step. The code for it is Mermaid's, and runs in the page without
 * rights.
 */
export async function layOut(store: EditorStore, layout: Layout): Promise<void> {
  const { scene, selection } = store.state;
  const graph = readGraph(scene, selection);
  if (graph === null) return;
  const kind = layout.startsWith('tree') ? 'tree' : 'layers';
  const task = describeTask(graph, kind, layout.endsWith('Down') ? 'down' : 'right');
  try {
    const placing = await placeInSandbox(task);
    const now = store.state;
    // What was changed meanwhile is laid out as it is now.
    if (now.scene !== scene || now.selection !== selection) return layOut(store, layout);
    changeSelected(store, 'layout', () => applyLayout(scene, graph, placing));
  } catch {
    store.tell(i18n.t('editor.panels.layoutFailed'));
  }
}
