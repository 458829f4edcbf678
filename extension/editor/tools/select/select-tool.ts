import { shapeAround } from '../../../../shared/scene/geometry/hit-test.ts';
import { findElement } from '../../../../shared/scene/model/index-elements.ts';
import { pickPicture } from '../crop/crop-subject.ts';
import { editTextAt, editTextOf } from '../text/edit-text.ts';
import { DROP, type PointerEventOf, type Situation, type Tool, type Transition } from '../tool.ts';
import { brushing } from './brushing.ts';
import { idle } from './idle.ts';
import { moving } from './moving.ts';
import { pointingCanvas, pointingElement } from './pointing.ts';
import { reshaping } from './reshaping.ts';
import { resizing } from './resizing.ts';
import { rotating } from './rotating.ts';
import { IDLE, isPointer, type SelectState } from './select-state.ts';

/** Selects, moves, resizes, turns and reshapes. */
export const selectTool: Tool<SelectState> = {
  idle: IDLE,
  cursor: 'default',
  next(state, event, situation) {
    if (event.type === 'cancel') return [IDLE, DROP];
    if (event.type === 'double') return [IDLE, openText(event, situation)];
    if (!isPointer(event)) return [state, []];
    switch (state.name) {
      case 'idle':
        return idle(state, event, situation);
      case 'pointing-canvas':
        return pointingCanvas(state, event, situation);
      case 'pointing-element':
        return pointingElement(state, event, situation);
      case 'brushing':
        return brushing(state, event, situation);
      case 'moving':
        return moving(state, event, situation);
      case 'resizing':
        return resizing(state, event, situation);
      case 'rotating':
        return rotating(state, event, situation);
      case 'reshaping':
        return reshaping(state, event, situation);
    }
  },
};

/** A double click writes: into a text, onto the shape it is in, or beside everything. A picture it crops. */
function openText(
  { target, point }: PointerEventOf<'double'>,
  situation: Situation,
): Transition<SelectState>[1] {
  if (target.kind === 'handle') return [];
  const element =
    target.kind === 'element'
      ? findElement(situation.scene, target.id)
      : shapeAround(situation.scene, point);
  const editing =
    element === undefined
      ? editTextAt(situation, point)
      : editTextOf(situation.scene, element, situation.style);
  if (editing !== null) return [{ do: 'edit-text', editing }];
  if (element === undefined || pickPicture(situation.scene, new Set([element.id])) === null)
    return [];
  return [
    { do: 'select', ids: [element.id] },
    { do: 'use', tool: 'crop' },
  ];
}
