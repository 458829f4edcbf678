import { boxHasPoint } from '../../../../shared/scene/geometry/box.ts';
import { dragBox, type Handle } from '../../../../shared/scene/geometry/drag-box.ts';
import type { Box, Point } from '../../../../shared/scene/model/element.ts';
import type { Scene } from '../../../../shared/scene/model/scene.ts';
import { cropScene } from '../../../../shared/scene/operations/crop.ts';
import { boxOfDrag } from '../draw-box/box-of-drag.ts';
import { handleAt } from '../handles.ts';
import { DROP, isDrag, type PointerEventOf, type Tool } from '../tool.ts';
import { cropFrame } from './crop-frame.ts';

export type CropState =
  | { readonly name: 'idle' }
  | { readonly name: 'pressed'; readonly from: Point; readonly at: Point }
  | { readonly name: 'drawing'; readonly from: Point }
  | { readonly name: 'moving'; readonly from: Point; readonly crop: Box }
  | { readonly name: 'resizing'; readonly from: Point; readonly crop: Box; readonly side: Handle };

const IDLE: CropState = { name: 'idle' };
const REACH_PX = 10;

/** Chooses what exports show. All of the scene stays, and the crop can be changed or taken away. */
export const cropTool: Tool<CropState> = {
  idle: IDLE,
  cursor: 'crosshair',
  next(state, event, { scene, zoom }) {
    switch (event.type) {
      case 'down':
        return [begin(scene, event, zoom), []];
      case 'move': {
        if (state.name === 'pressed') {
          return isDrag(state.at, event.at)
            ? [{ name: 'drawing', from: state.from }, []]
            : [state, []];
        }
        const crop = cropOf(state, event);
        return [state, crop === null ? [] : [{ do: 'preview', scene: cropScene(scene, crop) }]];
      }
      case 'up': {
        const crop = cropOf(state, event);
        if (crop === null || crop.width < 1 || crop.height < 1) return [IDLE, DROP];
        const step = { key: 'cropScene', count: 1 } as const;
        return [IDLE, [{ do: 'commit', step, scene: cropScene(scene, crop) }]];
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

function begin(scene: Scene, { point, at }: PointerEventOf<'down'>, zoom: number): CropState {
  const { crop } = scene;
  if (crop === null) return { name: 'pressed', from: point, at };
  const handle = handleAt(cropFrame(crop), point, REACH_PX / zoom);
  if (handle?.kind === 'resize') return { name: 'resizing', from: point, crop, side: handle.side };
  if (boxHasPoint(crop, point)) return { name: 'moving', from: point, crop };
  return { name: 'pressed', from: point, at };
}

function cropOf(state: CropState, event: PointerEventOf<'move' | 'up'>): Box | null {
  if (state.name === 'idle' || state.name === 'pressed') return null;
  const offset: Point = [event.point[0] - state.from[0], event.point[1] - state.from[1]];
  switch (state.name) {
    case 'drawing':
      return boxOfDrag(state.from, event.point, event);
    case 'moving':
      return { ...state.crop, x: state.crop.x + offset[0], y: state.crop.y + offset[1] };
    case 'resizing':
      return dragBox(state.crop, state.side, offset, {
        keepRatio: event.shift,
        fromMiddle: event.alt,
      }).box;
  }
}
