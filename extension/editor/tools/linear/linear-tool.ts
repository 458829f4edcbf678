import { withPath } from '../../../../shared/scene/geometry/reshape.ts';
import type { ElementOf, Point } from '../../../../shared/scene/model/element.ts';
import type { Scene } from '../../../../shared/scene/model/scene.ts';
import { addElements } from '../../../../shared/scene/operations/add-elements.ts';
import { bindArrow } from '../../../../shared/scene/operations/bind-arrow.ts';
import { bindableAt } from '../bindable-at.ts';
import { newElement } from '../new-element.ts';
import {
  type Command,
  DROP,
  isDrag,
  type PointerEventOf,
  type Situation,
  type Tool,
  type Transition,
} from '../tool.ts';

type LinearElement = ElementOf<'line' | 'arrow'>;

interface Drawn {
  readonly element: LinearElement;
  /** In the scene, the last one that is put down included. */
  readonly points: readonly Point[];
  /** Where the pointer went down last, on the canvas. */
  readonly at: Point;
}

export type LinearState =
  | { readonly name: 'idle' }
  /** The pointer is down: a drag draws one segment, a click begins a way of several. */
  | ({ readonly name: 'pressed'; readonly isFirst: boolean } & Drawn)
  /** Each click puts down a point; a double click, Enter, or a click on the last point ends. */
  | ({ readonly name: 'placing' } & Drawn);

const IDLE: LinearState = { name: 'idle' };

/** Draws a line or an arrow by dragging, or point by point; an arrow holds on to the shapes at its ends. */
export function linearTool(type: 'line' | 'arrow'): Tool<LinearState> {
  return {
    idle: IDLE,
    cursor: 'crosshair',
    next(state, event, situation) {
      switch (event.type) {
        case 'down':
          return state.name === 'idle'
            ? [begin(type, event, situation), showBinding(type, event, situation)]
            : [{ ...state, name: 'pressed', isFirst: false, at: event.at }, []];
        case 'move':
          if (state.name === 'idle') return [state, showBinding(type, event, situation)];
          return [state, show(state, nextPoint(state, event), event, situation)];
        case 'up':
          return state.name === 'pressed' ? release(state, event, situation) : [state, []];
        case 'double':
        case 'finish':
          return state.name === 'idle' ? [state, []] : finish(state, state.points, situation);
        case 'cancel':
          return [IDLE, DROP];
      }
    },
  };
}

function begin(
  type: 'line' | 'arrow',
  { point, at }: PointerEventOf<'down'>,
  { style }: Situation,
): LinearState {
  return {
    name: 'pressed',
    isFirst: true,
    element: newElement(type, style, {}),
    points: [point],
    at,
  };
}

function release(
  state: Extract<LinearState, { name: 'pressed' }>,
  event: PointerEventOf<'up'>,
  situation: Situation,
): Transition<LinearState> {
  const point = nextPoint(state, event);
  if (state.isFirst) {
    return isDrag(state.at, event.at)
      ? finish(state, [...state.points, point], situation, event.mod)
      : [{ ...state, name: 'placing' }, []];
  }
  const last = state.points.at(-1) as Point;
  if (isNear(last, point, situation.zoom)) {
    return finish(state, state.points, situation, event.mod);
  }
  const points = [...state.points, point];
  const placing: LinearState = { ...state, name: 'placing', points };
  return [placing, show({ ...state, points }, point, event, situation)];
}

function isNear(a: Point, b: Point, zoom: number): boolean {
  return Math.hypot(a[0] - b[0], a[1] - b[1]) * zoom <= 6;
}

function finish(
  { element }: Drawn,
  points: readonly Point[],
  { scene, zoom }: Situation,
  isFree = false,
): Transition<LinearState> {
  if (points.length < 2) return [IDLE, DROP];
  const added = addElements(scene, [withPath(element, points)]);
  const bound =
    element.type === 'arrow' && !isFree ? bindEnds(added, element.id, points, zoom) : added;
  return [
    IDLE,
    [
      { do: 'commit', step: { key: 'add', count: 1 }, scene: bound, selection: [element.id] },
      { do: 'overlay', overlay: null },
      { do: 'done' },
    ],
  ];
}

function bindEnds(scene: Scene, id: string, points: readonly Point[], zoom: number): Scene {
  const start = bindableAt(scene, points[0] as Point, zoom);
  const end = bindableAt(scene, points.at(-1) as Point, zoom);
  // Both in one shape: drawn inside of it, not from it to itself.
  if (start !== null && start === end) return scene;
  const bound = start === null ? scene : bindArrow(scene, id, 'start', start);
  return end === null ? bound : bindArrow(bound, id, 'end', end);
}

/** With Shift in steps of 15°. */
function nextPoint({ points }: Drawn, { point, shift }: PointerEventOf<'move' | 'up'>): Point {
  const from = points.at(-1) as Point;
  if (!shift) return point;
  const [dx, dy] = [point[0] - from[0], point[1] - from[1]];
  const step = Math.PI / 12;
  const angle = Math.round(Math.atan2(dy, dx) / step) * step;
  const length = Math.hypot(dx, dy);
  return [from[0] + Math.cos(angle) * length, from[1] + Math.sin(angle) * length];
}

function show(
  { element, points }: Drawn,
  next: Point,
  event: PointerEventOf<'move' | 'up'>,
  situation: Situation,
): readonly Command[] {
  const drawn = withPath(element, [...points, next]);
  return [
    { do: 'preview', scene: addElements(situation.scene, [drawn]) },
    ...showBinding(element.type, event, situation),
  ];
}

function showBinding(
  type: 'line' | 'arrow',
  { point, mod }: PointerEventOf<'down' | 'move' | 'up'>,
  { scene, zoom }: Situation,
): readonly Command[] {
  if (type === 'line') return [];
  return [{ do: 'overlay', overlay: { boundTo: mod ? null : bindableAt(scene, point, zoom) } }];
}
