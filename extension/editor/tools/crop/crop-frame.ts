import { type Handle, sidesOf } from '../../../../shared/scene/geometry/drag-box.ts';
import type { Box } from '../../../../shared/scene/model/element.ts';
import type { Frame } from '../handles.ts';

const SIDES: readonly Handle[] = ['n', 'e', 's', 'w', 'nw', 'ne', 'se', 'sw'];

/** The handles of a crop. */
export function cropFrame(crop: Box): Frame {
  const handles = SIDES.map((side) => {
    const [x, y] = sidesOf(side);
    return {
      handle: { kind: 'resize', side } as const,
      point: [crop.x + (crop.width * (x + 1)) / 2, crop.y + (crop.height * (y + 1)) / 2] as const,
    };
  });
  return { box: crop, angle: 0, handles };
}
