import { elementsAt } from '../../../shared/scene/geometry/hit-test.ts';
import type { Point } from '../../../shared/scene/model/element.ts';
import { findElement, pickElements } from '../../../shared/scene/model/index-elements.ts';
import type { EditorState } from '../editor-state.ts';
import { frameOf, handleAt } from '../tools/handles.ts';
import type { Target } from '../tools/tool.ts';

/** How far beside a line or a handle still counts, in CSS pixels. */
const REACH_PX = { mouse: { element: 6, handle: 8 }, touch: { element: 14, handle: 18 } };

/** What a pointer at `point` of the scene is on. Locked elements let it through; a label stands for its shape. */
export function targetAt(
  state: EditorState,
  point: Point,
  { isTouch = false, handles = true } = {},
): Target {
  const { scene, selection, view, tool } = state;
  const reach = REACH_PX[isTouch ? 'touch' : 'mouse'];
  if (handles && tool === 'select') {
    const frame = frameOf(pickElements(scene, selection), view.zoom);
    const handle = frame && handleAt(frame, point, reach.handle / view.zoom);
    if (handle !== null) return { kind: 'handle', handle };
  }
  for (const id of elementsAt(scene, point, reach.element / view.zoom)) {
    const element = findElement(scene, id);
    if (element === undefined || element.locked) continue;
    const isLabel = element.type === 'text' && element.containerId !== null;
    return { kind: 'element', id: isLabel ? (element.containerId ?? id) : id };
  }
  return { kind: 'canvas' };
}
