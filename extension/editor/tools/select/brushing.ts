import { boxOfCorners } from '../../../../shared/scene/geometry/box.ts';
import { elementsInBox } from '../../../../shared/scene/geometry/hit-test.ts';
import { pickElements } from '../../../../shared/scene/model/index-elements.ts';
import { expandToGroups } from '../../../../shared/scene/operations/group-elements.ts';
import type { PointerEventOf, Situation, Transition } from '../tool.ts';
import { IDLE, type SelectState, type SelectStep, type StateNamed } from './select-state.ts';

/** Selects what lies wholly in the marquee, with Alt also what it only touches. */
export const brushing: SelectStep<'brushing'> = (state, event, situation) => {
  if (event.type === 'up') return [IDLE, [{ do: 'overlay', overlay: null }]];
  const { scene } = situation;
  const marquee = boxOfCorners(state.from, event.point);
  const inside = elementsInBox(scene, marquee, event.alt ? 'touching' : 'within');
  const free = pickElements(scene, inside).filter(({ locked }) => !locked);
  const ids = expandToGroups(
    scene,
    free.map(({ id }) => id),
  );
  return [
    state,
    [
      { do: 'select', ids: [...state.kept, ...ids] },
      { do: 'overlay', overlay: { marquee } },
    ],
  ];
};

export function startBrushing(
  { from }: StateNamed<'pointing-canvas'>,
  event: PointerEventOf<'down' | 'move' | 'up'>,
  situation: Situation,
): Transition<SelectState> {
  const kept = event.shift ? situation.selection : new Set<string>();
  return brushing({ name: 'brushing', from, kept }, event, situation);
}
