import type { Point } from '../../../../shared/scene/model/element.ts';
import { findElement } from '../../../../shared/scene/model/index-elements.ts';
import { boxOfDrag } from '../draw-box/box-of-drag.ts';
import { DROP, isDrag, type Tool } from '../tool.ts';
import { editTextAt, editTextOf, newText } from './edit-text.ts';

export type TextState =
  | { readonly name: 'idle' }
  | { readonly name: 'pressed'; readonly from: Point; readonly at: Point };

const IDLE: TextState = { name: 'idle' };

/** A click writes there, or into the text that is there; a drag sets how wide the text may be. */
export const textTool: Tool<TextState> = {
  idle: IDLE,
  cursor: 'text',
  next(state, event, situation) {
    switch (event.type) {
      case 'down':
        return [{ name: 'pressed', from: event.point, at: event.at }, []];
      case 'move': {
        if (state.name === 'idle' || !isDrag(state.at, event.at)) return [state, []];
        const marquee = boxOfDrag(state.from, event.point, { shift: false, alt: false });
        return [state, [{ do: 'overlay', overlay: { marquee } }]];
      }
      case 'up': {
        if (state.name === 'idle') return [state, []];
        if (isDrag(state.at, event.at)) {
          const { x, y, width } = boxOfDrag(state.from, event.point, { shift: false, alt: false });
          const element = newText(situation.style, [x, y], { width, autoResize: false });
          return [IDLE, [...DROP, { do: 'edit-text', editing: { element, isNew: true } }]];
        }
        const { scene } = situation;
        const target =
          event.target.kind === 'element' ? findElement(scene, event.target.id) : undefined;
        const editing = target === undefined ? null : editTextOf(scene, target, situation.style);
        return [
          IDLE,
          [...DROP, { do: 'edit-text', editing: editing ?? editTextAt(situation, event.point) }],
        ];
      }
      case 'cancel':
        return [IDLE, DROP];
      default:
        return [state, []];
    }
  },
};
