import { middleOf } from '../../../../shared/scene/geometry/box.ts';
import { type Handle, sidesOf } from '../../../../shared/scene/geometry/drag-box.ts';
import { rotatePoint } from '../../../../shared/scene/geometry/point.ts';
import type { Box } from '../../../../shared/scene/model/element.ts';
import type { Frame } from '../handles.ts';

const SIDES: readonly Handle[] = ['n', 'e', 's', 'w', 'nw', 'ne', 'se', 'sw'];

/** The handles of a crop, which is turned about its middle. */
export function cropFrame({ x, y, width, height }: Box, angle = 0): Frame {
  const box = { x, y, width, height };
  const handles = SIDES.map((side) => {
    const [across, down] = sidesOf(side);
    const point = [x + (width * (across + 1)) / 2, y + (height * (down + 1)) / 2] as const;
    return {
      handle: { kind: 'resize', side } as const,
      point: rotatePoint(point, middleOf(box), angle),
    };
  });
  return { box, angle, handles };
}
