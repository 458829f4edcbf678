import { boundsOfAll, centreOf } from '../../../../shared/scene/geometry/bounds.ts';
import { boxHasPoint, middleOf } from '../../../../shared/scene/geometry/box.ts';
import { hasPoints } from '../../../../shared/scene/geometry/path.ts';
import { pathInScene } from '../../../../shared/scene/geometry/reshape.ts';
import { findElement, pickElements } from '../../../../shared/scene/model/index-elements.ts';
import { expandToGroups } from '../../../../shared/scene/operations/group-elements.ts';
import type { Handle } from '../handles.ts';
import type { PointerEventOf, Situation, Transition } from '../tool.ts';
import { IDLE, type SelectState, type SelectStep } from './select-state.ts';

export const idle: SelectStep<'idle'> = (state, event, situation) => {
  if (event.type !== 'down') return [state, []];
  const { target, point: from, at } = event;
  if (target.kind === 'handle') return [takeHold(target.handle, event, situation), []];
  const { selection, scene } = situation;
  if (target.kind === 'element') {
    const wasSelected = selection.has(target.id);
    const pointing: SelectState = {
      name: 'pointing-element',
      from,
      at,
      id: target.id,
      wasSelected,
    };
    if (wasSelected || event.shift) return [pointing, []];
    return [pointing, [{ do: 'select', ids: expandToGroups(scene, [target.id]) }]];
  }
  if (!event.shift && isInFrame(event, situation)) {
    return [{ name: 'pointing-element', from, at, id: null, wasSelected: true }, []];
  }
  return [{ name: 'pointing-canvas', from, at }, []];
};

/** Between several selected elements one takes hold of them all. */
function isInFrame(
  { point }: PointerEventOf<'down' | 'move' | 'up'>,
  situation: Situation,
): boolean {
  if (situation.selection.size < 2) return false;
  const box = boundsOfAll(pickElements(situation.scene, situation.selection));
  return box !== null && boxHasPoint(box, point);
}

function takeHold(
  handle: Handle,
  { point: from }: PointerEventOf<'down' | 'move' | 'up'>,
  { scene, selection }: Situation,
): Transition<SelectState>[0] {
  const picked = pickElements(scene, selection);
  const [first] = picked;
  if (first === undefined) return IDLE;
  switch (handle.kind) {
    case 'resize':
      return { name: 'resizing', from, side: handle.side };
    case 'rotate': {
      const middle = picked.length === 1 ? centreOf(first) : middleOf(boundsOfAll(picked) ?? first);
      return { name: 'rotating', from, middle };
    }
    default: {
      const line = findElement(scene, first.id);
      if (line === undefined || !hasPoints(line)) return IDLE;
      const points = pathInScene(line);
      const { id } = line;
      if (handle.kind === 'point')
        return { name: 'reshaping', from, id, index: handle.index, points };
      const index = handle.index + 1;
      return { name: 'reshaping', from, id, index, points: points.toSpliced(index, 0, from) };
    }
  }
}
