import { centreOf, unrotatedBox } from '../geometry/bounds.ts';
import { isLinear, localPath, midpointOf } from '../geometry/path.ts';
import { rotatePoint } from '../geometry/point.ts';
import type { Box, Point, SceneElement, TextElement } from '../model/element.ts';

/** Kept free between the edge of a shape and its label, in scene units. */
export const LABEL_PADDING = 5;

/** `label`, whose size is known, where it belongs on `container`; the very same where it is there. */
export function placeLabel(container: SceneElement, label: TextElement): TextElement {
  const isOnLine = isLinear(container);
  const [x, y] = isOnLine ? onLine(container, label) : inShape(container, label);
  const angle = isOnLine ? 0 : container.angle;
  return x === label.x && y === label.y && angle === label.angle
    ? label
    : { ...label, x, y, angle };
}

/** The upright box inside of `container` in which its label has room. */
export function labelBox(container: SceneElement): Box {
  const { x, y, width, height } = unrotatedBox(container);
  const share = INNER_SHARE[container.type] ?? 1;
  const inner = (size: number) => Math.max(0, size * share - 2 * LABEL_PADDING);
  return {
    x: x + (width - inner(width)) / 2,
    y: y + (height - inner(height)) / 2,
    width: inner(width),
    height: inner(height),
  };
}

/** How much of its width and height the largest upright box in a shape has. */
export const INNER_SHARE: Partial<Record<SceneElement['type'], number>> = {
  ellipse: Math.SQRT1_2,
  diamond: 0.5,
};

function onLine(
  container: Extract<SceneElement, { type: 'line' | 'arrow' }>,
  label: TextElement,
): Point {
  const [x, y] = midpointOf(container.points.length === 0 ? [[0, 0]] : localPath(container));
  const middle = rotatePoint(
    [container.x + x, container.y + y],
    centreOf(container),
    container.angle,
  );
  return [middle[0] - label.width / 2, middle[1] - label.height / 2];
}

function inShape(container: SceneElement, label: TextElement): Point {
  const box = labelBox(container);
  const spareWidth = box.width - label.width;
  const spareHeight = box.height - label.height;
  const left = box.x + spareWidth * ACROSS[label.textAlign];
  const top = box.y + spareHeight * DOWN[label.verticalAlign];
  const middle: Point = [left + label.width / 2, top + label.height / 2];
  const turned = rotatePoint(middle, centreOf(container), container.angle);
  return [turned[0] - label.width / 2, turned[1] - label.height / 2];
}

const ACROSS = { left: 0, center: 0.5, right: 1 } as const;
const DOWN = { top: 0, middle: 0.5, bottom: 1 } as const;
