import fc from 'fast-check';
import type { ElementType, Point, SceneElement } from '../../model/element.ts';
import { makeElement } from '../../model/make-element.ts';
import { EMPTY_SCENE, type Scene } from '../../model/scene.ts';
import { addElements } from '../add-elements.ts';

const TYPES: readonly ElementType[] = [
  'rectangle',
  'ellipse',
  'diamond',
  'line',
  'arrow',
  'freedraw',
  'text',
  'highlight',
  'step',
  'redaction',
  'image',
  'frame',
];

const place = fc.oneof(
  fc.integer({ min: -500, max: 500 }),
  fc.double({ min: -500, max: 500, noNaN: true }),
);
const size = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 300 }),
  fc.double({ min: 0, max: 300, noNaN: true }),
);
const point: fc.Arbitrary<Point> = fc.tuple(place, place);

/** What an element is made of before it has an id and others to hang on. */
const seed = fc.record({
  type: fc.constantFrom(...TYPES),
  x: place,
  y: place,
  width: size,
  height: size,
  angle: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 7, noNaN: true })),
  points: fc.array(point, { minLength: 1, maxLength: 4 }),
  rounded: fc.boolean(),
  text: fc.string({ maxLength: 30 }),
  restartAt: fc.option(fc.nat(20)),
  flip: fc.boolean(),
  /** Which earlier elements it hangs on, counted round. */
  links: fc.tuple(fc.option(fc.nat(30)), fc.option(fc.nat(30))),
  focus: fc.double({ min: -1, max: 1, noNaN: true }),
});

export type Seed = typeof seed extends fc.Arbitrary<infer Value> ? Value : never;

/** 1 to 12 elements of all types, bound to one another; ids begin with `prefix`. */
export const seeds = fc.array(seed, { minLength: 1, maxLength: 12 });

export const arbitraryScene: fc.Arbitrary<Scene> = seeds.map((list) =>
  addElements(EMPTY_SCENE, growElements(list, 'e', []), {
    file: { mimeType: 'image/png', bytes: new Uint8Array(4), width: 640, height: 480 },
  }),
);

/** Elements made of seeds, which may hang on one another and on `others`. */
export function growElements(
  list: readonly Seed[],
  prefix: string,
  others: readonly SceneElement[],
): SceneElement[] {
  const ids = [...others.map(({ id }) => id), ...list.map((_, index) => `${prefix}${index}`)];
  return list.map((one, index) => growElement(one, `${prefix}${index}`, ids));
}

function growElement(given: Seed, id: string, ids: readonly string[]): SceneElement {
  const { type, x, y, width, height, rounded, text, restartAt, flip, focus } = given;
  const angle = type === 'frame' || type === 'arrow' ? 0 : given.angle;
  const [first, second] = given.links.map((link) =>
    link === null ? null : (ids[link % ids.length] ?? null),
  );
  const bind = (elementId: string | null | undefined) =>
    elementId == null ? null : { elementId, focus, gap: 4 };
  const points: readonly Point[] = [[0, 0], ...given.points];
  const box = { id, x, y, width, height, angle, rounded };
  switch (type) {
    case 'line':
    case 'freedraw':
      return makeElement(type, { ...box, points });
    case 'arrow':
      return makeElement(type, {
        ...box,
        points,
        startBinding: bind(first),
        endBinding: bind(second),
      });
    case 'text':
      return makeElement(type, { ...box, text, containerId: first ?? null, autoResize: flip });
    case 'step':
      return makeElement(type, { ...box, restartAt });
    case 'image':
      return makeElement(type, {
        ...box,
        fileId: flip ? 'file' : 'none',
        scale: [flip ? -1 : 1, 1],
      });
    default:
      return makeElement(type, { ...box, frameId: type === 'frame' ? null : (second ?? null) });
  }
}
