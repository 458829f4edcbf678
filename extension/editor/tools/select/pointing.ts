import { expandToGroups } from '../../../../shared/scene/operations/group-elements.ts';
import { isDrag } from '../tool.ts';
import { startBrushing } from './brushing.ts';
import { startMoving } from './moving.ts';
import { IDLE, type SelectStep } from './select-state.ts';

export const pointingCanvas: SelectStep<'pointing-canvas'> = (state, event, situation) => {
  if (event.type === 'move') {
    return isDrag(state.at, event.at) ? startBrushing(state, event, situation) : [state, []];
  }
  if (event.type === 'up' && !event.shift) return [IDLE, [{ do: 'select', ids: [] }]];
  return [IDLE, []];
};

export const pointingElement: SelectStep<'pointing-element'> = (state, event, situation) => {
  if (event.type === 'move') {
    return isDrag(state.at, event.at) ? startMoving(state, event, situation) : [state, []];
  }
  const { scene, selection } = situation;
  if (state.id === null) return [IDLE, [{ do: 'select', ids: [] }]];
  const ids = expandToGroups(scene, [state.id]);
  if (event.shift) {
    const rest = [...selection].filter((id) => !ids.includes(id));
    return [IDLE, [{ do: 'select', ids: state.wasSelected ? rest : [...selection, ...ids] }]];
  }
  // A second click goes into the group; among several it chooses one.
  const isAlone = ids.length === selection.size && ids.length > 1;
  const chosen = isAlone || selection.size === 1 ? [state.id] : ids;
  return [IDLE, state.wasSelected ? [{ do: 'select', ids: chosen }] : []];
};
