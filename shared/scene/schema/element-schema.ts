import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import type { SceneElement } from '../model/element.ts';
import { SCENE_LIMITS } from './scene-limits.ts';

// No schema is compiled by `new Function`, which the pages' policy forbids; and faults are said in words.
z.config({ ...en(), jitless: true });

const FAR = SCENE_LIMITS.coordinate;

export const coordinate = z.number().check(z.minimum(-FAR), z.maximum(FAR));
const size = z.number().check(z.minimum(0), z.maximum(FAR));
const positive = z.number().check(z.gt(0), z.maximum(FAR));
const point = z.tuple([coordinate, coordinate]);
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
  fillStyle: z.enum(['solid', 'hachure', 'cross-hatch', 'zigzag']),
  strokeWidth: size,
  strokeStyle: z.enum(['solid', 'dashed', 'dotted']),
  opacity: z.number().check(z.minimum(0), z.maximum(100)),
  groupIds: z.array(id).check(z.maxLength(SCENE_LIMITS.groups)),
  frameId: z.nullable(id),
  rounded: z.boolean(),
  boundElements: z
    .array(z.object({ id, type: z.enum(['arrow', 'text']) }))
    .check(z.maxLength(SCENE_LIMITS.bound)),
  locked: z.boolean(),
  link: z.nullable(name),
  foreign: z.exactOptional(z.record(z.string(), z.unknown())),
};

const arrowhead = z.nullable(z.enum(['arrow', 'triangle', 'dot', 'bar', 'diamond']));
const binding = z.nullable(
  z.object({
    elementId: id,
    focus: z.number().check(z.minimum(-1), z.maximum(1)),
    gap: size,
  }),
);
const linear = { ...base, points, startArrowhead: arrowhead, endArrowhead: arrowhead };
const text = z.string().check(z.maxLength(SCENE_LIMITS.textLength));
const stepNumber = z.int().check(z.minimum(-FAR), z.maximum(FAR));
const side = z.union([z.literal(1), z.literal(-1)]);

/** Any element, by its `type`. Fields that no element has are left out. */
export const elementSchema = z.discriminatedUnion('type', [
  z.object({ ...base, type: z.literal('rectangle') }),
  z.object({ ...base, type: z.literal('ellipse') }),
  z.object({ ...base, type: z.literal('diamond') }),
  z.object({ ...linear, type: z.literal('line') }),
  z.object({ ...linear, type: z.literal('arrow'), startBinding: binding, endBinding: binding }),
  z.object({
    ...base,
    type: z.literal('freedraw'),
    points,
    pressures: z
      .array(z.number().check(z.minimum(0), z.maximum(1)))
      .check(z.maxLength(SCENE_LIMITS.points)),
  }),
  z.object({
    ...base,
    type: z.literal('text'),
    text,
    lines: z.nullable(z.array(text).check(z.maxLength(SCENE_LIMITS.textLength))),
    fontSize: positive,
    fontFamily: z.enum(['sans', 'hand', 'mono']),
    textAlign: z.enum(['left', 'center', 'right']),
    verticalAlign: z.enum(['top', 'middle', 'bottom']),
    containerId: z.nullable(id),
    autoResize: z.boolean(),
    lineHeight: positive,
  }),
  z.object({ ...base, type: z.literal('highlight') }),
  z.object({
    ...base,
    type: z.literal('step'),
    number: stepNumber,
    restartAt: z.nullable(stepNumber),
  }),
  z.object({ ...base, type: z.literal('redaction'), style: z.enum(['solid', 'pixelate']) }),
  z.object({
    ...base,
    type: z.literal('image'),
    fileId: z.string().check(z.maxLength(SCENE_LIMITS.nameLength)),
    crop: z.nullable(box),
    scale: z.tuple([side, side]),
  }),
  z.object({ ...base, type: z.literal('frame'), name: z.nullable(name) }),
]);

/** Fails to compile where the schema and the model part ways. */
export const asElement: (read: z.output<typeof elementSchema>) => SceneElement = (read) => read;
