import { uniteBoxes } from '../geometry/box.ts';
import { withPath } from '../geometry/reshape.ts';
import type { Box, Point, SceneElement } from '../model/element.ts';
import { findElement } from '../model/index-elements.ts';
import type { Scene } from '../model/scene.ts';
import { shiftUnits } from '../operations/arrange-units.ts';
import { editScene } from '../operations/edit-scene.ts';
import type { Placing } from './layout-task.ts';
import type { Graph } from './read-graph.ts';

/** Puts the nodes where `placing` says, all of them about the middle where they were, and leads the arrows. */
export function applyLayout(scene: Scene, { nodes, edges, box }: Graph, placing: Placing): Scene {
  const placed = nodes.map(({ box: { width, height } }, index): Box => {
    const [x, y] = placing.middles[index] as Point;
    return { x: x - width / 2, y: y - height / 2, width, height };
  });
  const whole = uniteBoxes(placed) as Box;
  const by: Point = [
    Math.round(box.x + box.width / 2 - whole.x - whole.width / 2),
    Math.round(box.y + box.height / 2 - whole.y - whole.height / 2),
  ];
  const offsets = placed.map(({ x, y }, index): Point => {
    const before = nodes[index]?.box as Box;
    return [x + by[0] - before.x, y + by[1] - before.y];
  });
  const shifted = shiftUnits(scene, nodes, offsets);
  const changed = edges.flatMap(({ arrowId }, index): SceneElement[] => {
    const arrow = findElement(shifted, arrowId);
    if (arrow?.type !== 'arrow') return [];
    const bends = (placing.bends[index] ?? []).map(([x, y]): Point => [x + by[0], y + by[1]]);
    const bound = {
      ...arrow,
      startBinding: aimAtMiddle(arrow.startBinding),
      endBinding: aimAtMiddle(arrow.endBinding),
    };
    const start: Point = [arrow.x, arrow.y];
    const [dx, dy] = arrow.points.at(-1) ?? [0, 0];
    return [withPath(bound, [start, ...bends, [arrow.x + dx, arrow.y + dy]])];
  });
  return editScene(shifted, { changed });
}

function aimAtMiddle<Held extends { readonly focus: number } | null>(binding: Held): Held {
  return binding === null ? binding : { ...binding, focus: 0 };
}
