import * as z from 'zod/mini';
import type { ElementOf, ElementType, Point } from '../model/element.ts';
import { sayFault } from './say-fault.ts';
import { SCENE_LIMITS } from './scene-limits.ts';
import { wholeNumber } from './whole-number.ts';

// No schema is compiled by `new Function`, which the pages' policy forbids; and faults are said in words.
z.config({ localeError: sayFault, jitless: true });

const FAR = SCENE_LIMITS.coordinate;

export const coordinate = z.number().check(z.minimum(-FAR), z.maximum(FAR));
const size = z.number().check(z.minimum(0), z.maximum(FAR));
const positive = z.number().check(z.gt(0), z.maximum(FAR));
const isCoordinate = (value: unknown) => typeof value === 'number' && Math.abs(value) <= FAR;
const isSide = (value: unknown) => value === 1 || value === -1;
const pairOf = (isPart: (value: unknown) => boolean, problem: string) =>
  z.custom<Point>(
    (pair) => Array.isArray(pair) && pair.length === 2 && isPart(pair[0]) && isPart(pair[1]),
    problem,
  );
const point = pairOf(isCoordinate, 'is no point within reach');
const points = z.array(point).check(z.maxLength(SCENE_LIMITS.points));

/** Not what every object has from its birth, so that an id can be a key of one. */
export const id = z.string().check(
  z.minLength(1),
  z.maxLength(SCENE_LIMITS.nameLength),
  z.refine((text) => !(text in Object.prototype), 'is a name that every object has'),
);
export const name = z.string().check(z.maxLength(SCENE_LIMITS.nameLength));
export const color = z
  .string()
  .check(z.regex(/^(?:transparent|#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8}))$/i, 'is no colour'));

export const box = z.object({ x: coordinate, y: coordinate, width: size, height: size });

const base = {
  id,
  x: coordinate,
  y: coordinate,
  width: size,
  height: size,
  angle: coordinate,
  strokeColor: color,
  backgroundColor: color,
  fillStyle: z.literal(['solid', 'hachure', 'cross-hatch', 'zigzag']),
  strokeWidth: size,
  strokeStyle: z.literal(['solid', 'dashed', 'dotted']),
  opacity: z.number().check(z.minimum(0), z.maximum(100)),
  groupIds: z.array(id).check(z.maxLength(SCENE_LIMITS.groups)),
  frameId: z.nullable(id),
  rounded: z.boolean(),
  boundElements: z
    .array(z.object({ id, type: z.literal(['arrow', 'text']) }))
    .check(z.maxLength(SCENE_LIMITS.bound)),
  locked: z.boolean(),
  link: z.nullable(name),
  foreign: z.exactOptional(z.looseObject({})),
};

const arrowhead = z.nullable(z.literal(['arrow', 'triangle', 'dot', 'bar', 'diamond']));
const binding = z.nullable(
  z.object({
    elementId: id,
    focus: z.number().check(z.minimum(-1), z.maximum(1)),
    gap: size,
  }),
);
const linear = { ...base, points, startArrowhead: arrowhead, endArrowhead: arrowhead };
const text = z.string().check(z.maxLength(SCENE_LIMITS.textLength));
const stepNumber = wholeNumber.check(z.minimum(-FAR), z.maximum(FAR));

/** The fields of elements, by their `type`. Others are left out. */
export const ELEMENT_SCHEMAS: { readonly [Type in ElementType]: z.ZodMiniType<ElementOf<Type>> } = {
  rectangle: z.object({ ...base, type: z.literal('rectangle') }),
  ellipse: z.object({ ...base, type: z.literal('ellipse') }),
  diamond: z.object({ ...base, type: z.literal('diamond') }),
  line: z.object({ ...linear, type: z.literal('line') }),
  arrow: z.object({
    ...linear,
    type: z.literal('arrow'),
    startBinding: binding,
    endBinding: binding,
  }),
  freedraw: z.object({
    ...base,
    type: z.literal('freedraw'),
    points,
    pressures: z
      .array(z.number().check(z.minimum(0), z.maximum(1)))
      .check(z.maxLength(SCENE_LIMITS.points)),
  }),
  text: z.object({
    ...base,
    type: z.literal('text'),
    text,
    lines: z.nullable(z.array(text).check(z.maxLength(SCENE_LIMITS.textLength))),
    fontSize: positive,
    fontFamily: z.literal(['sans', 'hand', 'mono']),
    textAlign: z.literal(['left', 'center', 'right']),
    verticalAlign: z.literal(['top', 'middle', 'bottom']),
    containerId: z.nullable(id),
    autoResize: z.boolean(),
    lineHeight: positive,
  }),
  highlight: z.object({ ...base, type: z.literal('highlight') }),
  step: z.object({
    ...base,
    type: z.literal('step'),
    number: stepNumber,
    restartAt: z.nullable(stepNumber),
  }),
  redaction: z.object({
    ...base,
    type: z.literal('redaction'),
    style: z.literal(['solid', 'pixelate']),
  }),
  image: z.object({
    ...base,
    type: z.literal('image'),
    fileId: z.string().check(z.maxLength(SCENE_LIMITS.nameLength)),
    crop: z.nullable(box),
    scale: pairOf(isSide, 'is not 1 or -1, twice'),
  }),
  frame: z.object({ ...base, type: z.literal('frame'), name: z.nullable(name) }),
};
