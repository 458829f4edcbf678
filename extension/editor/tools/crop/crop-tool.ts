import { boxHasPoint } from '../../../../shared/scene/geometry/box.ts';
import { dragBox, type Handle } from '../../../../shared/scene/geometry/drag-box.ts';
import type { Box, Point } from '../../../../shared/scene/model/element.ts';
import { boxOfDrag } from '../draw-box/box-of-drag.ts';
import { handleAt } from '../handles.ts';
import { DROP, isDrag, type PointerEventOf, type Situation, type Tool } from '../tool.ts';
import { type CropSubject, subjectOf } from './crop-subject.ts';

export type CropState =
  | { readonly name: 'idle' }
  | { readonly name: 'pressed'; readonly from: Point; readonly at: Point }
  | { readonly name: 'drawing'; readonly from: Point }
  | { readonly name: 'moving'; readonly from: Point; readonly crop: Box }
  | { readonly name: 'resizing'; readonly from: Point; readonly crop: Box; readonly side: Handle };

const IDLE: CropState = { name: 'idle' };
const REACH_PX = 10;

/**
 * Chooses what exports show of the scene, or what is shown of the one picture that is selected. All of both stays,
 * and the crop can be changed or taken away.
 */
export const cropTool: Tool<CropState> = {
  idle: IDLE,
  cursor: 'crosshair',
  next(state, event, { scene, selection, zoom }) {
    const subject = subjectOf(scene, selection);
    switch (event.type) {
      case 'down':
        return [begin(subject, event, zoom), []];
      case 'move': {
        if (state.name === 'pressed') {
          return isDrag(state.at, event.at)
            ? [{ name: 'drawing', from: state.from }, []]
            : [state, []];
        }
        const crop = cropOf(subject, state, event);
        return [state, crop === null ? [] : [{ do: 'preview', scene: subject.crop(crop) }]];
      }
      case 'up': {
        const crop = cropOf(subject, state, event);
        if (crop === null || crop.width < 1 || crop.height < 1) return [IDLE, DROP];
        const step = { key: subject.stepKey, count: 1 } as const;
        return [IDLE, [{ do: 'commit', step, scene: subject.crop(crop) }]];
      }
      case 'finish':
        return [IDLE, [{ do: 'done' }]];
      case 'cancel':
        return [IDLE, DROP];
      default:
        return [state, []];
    }
  },
};

function begin(
  { frame, toOwn }: CropSubject,
  { point, at }: PointerEventOf<'down'>,
  zoom: Situation['zoom'],
): CropState {
  if (frame === null) return { name: 'pressed', from: point, at };
  const handle = handleAt(frame, point, REACH_PX / zoom);
  const crop = frame.box;
  if (handle?.kind === 'resize') return { name: 'resizing', from: point, crop, side: handle.side };
  if (boxHasPoint(crop, toOwn(point))) return { name: 'moving', from: point, crop };
  return { name: 'pressed', from: point, at };
}

function cropOf(
  { toOwn, keepIn }: CropSubject,
  state: CropState,
  event: PointerEventOf<'move' | 'up'>,
): Box | null {
  if (state.name === 'idle' || state.name === 'pressed') return null;
  const [from, to] = [toOwn(state.from), toOwn(event.point)];
  const offset: Point = [to[0] - from[0], to[1] - from[1]];
  switch (state.name) {
    case 'drawing':
      return boxOfDrag(from, to, event);
    case 'moving':
      return keepIn({ ...state.crop, x: state.crop.x + offset[0], y: state.crop.y + offset[1] });
    case 'resizing':
      return dragBox(state.crop, state.side, offset, {
        keepRatio: event.shift,
        fromMiddle: event.alt,
      }).box;
  }
}
