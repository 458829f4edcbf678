import { duplicateElements } from '../../../../shared/scene/operations/duplicate-elements.ts';
import { settleInFrames } from '../../../../shared/scene/operations/frames.ts';
import { moveElements } from '../../../../shared/scene/operations/move-elements.ts';
import type { PointerEventOf, Situation, Transition } from '../tool.ts';
import { IDLE, type SelectState, type SelectStep, type StateNamed } from './select-state.ts';
import { planSnap, snapOffset } from './snap-offset.ts';

/** Moves what is selected: with Shift along one axis, with Ctrl without snapping. */
export const moving: SelectStep<'moving'> = (state, event, situation) => {
  const { offset, guides } = snapOffset(state, event, situation);
  const moved = moveElements(state.scene, state.ids, offset[0], offset[1]);
  if (event.type !== 'up') {
    return [
      state,
      [
        { do: 'preview', scene: moved },
        { do: 'overlay', overlay: guides.length === 0 ? null : { guides } },
      ],
    ];
  }
  const step = { key: state.isCopy ? 'duplicate' : 'move', count: state.ids.length } as const;
  const scene = settleInFrames(moved, state.ids);
  return [
    IDLE,
    [
      { do: 'commit', step, scene, selection: state.ids },
      { do: 'overlay', overlay: null },
    ],
  ];
};

/** With Alt it is a copy that moves. */
export function startMoving(
  { from, id }: StateNamed<'pointing-element'>,
  event: PointerEventOf<'down' | 'move' | 'up'>,
  situation: Situation,
): Transition<SelectState> {
  const { scene, selection } = situation;
  const ids = id === null || selection.has(id) ? [...selection] : [...selection, id];
  if (!event.alt) {
    const plan = planSnap(scene, ids);
    const state = { name: 'moving', from, scene, ids, isCopy: false, plan } as const;
    const [next, commands] = moving(state, event, situation);
    return [next, ids.length === selection.size ? commands : [{ do: 'select', ids }, ...commands]];
  }
  const { scene: copied, copies } = duplicateElements(scene, ids, 0, 0);
  const copyIds = ids.map((one) => copies.get(one)).filter((one) => one !== undefined);
  const plan = planSnap(copied, copyIds);
  const state = { name: 'moving', from, scene: copied, ids: copyIds, isCopy: true, plan } as const;
  return moving(state, event, situation);
}
