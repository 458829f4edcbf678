import * as z from 'zod/mini';
import type { Bytes } from '../../crypto/bytes.ts';
import type { ElementType } from '../model/element.ts';
import { SCENE_VERSION, type Scene } from '../model/scene.ts';
import { box, color, ELEMENT_SCHEMAS, id, name } from './element-schema.ts';
import { SCENE_LIMITS } from './scene-limits.ts';
import { wholeNumber } from './whole-number.ts';

const bytes = z.custom<Bytes>((value) => value instanceof Uint8Array, 'is no bytes');
const pixels = wholeNumber.check(z.minimum(1), z.maximum(SCENE_LIMITS.coordinate));

const file = z.object({
  mimeType: z.literal(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/svg+xml']),
  bytes,
  width: pixels,
  height: pixels,
});

const types = Object.keys(ELEMENT_SCHEMAS) as ElementType[];
const element = z.looseObject({ type: z.literal(types) });

/** A scene of this version, its elements by their types alone. Fields that no scene has are left out. */
export const sceneSchema = z.object({
  version: z.literal(SCENE_VERSION),
  elements: z.array(element).check(z.maxLength(SCENE_LIMITS.elements)),
  files: z.catchall(z.object({}), file).check(
    z.refine((files) => Object.keys(files).length <= SCENE_LIMITS.files, 'are too many'),
    z.refine(
      (files) => Object.keys(files).every((key) => id.safeParse(key).success),
      'have a name that is no id',
    ),
  ),
  attachments: z
    .array(z.object({ name, type: name, bytes }))
    .check(z.maxLength(SCENE_LIMITS.attachments)),
  backgroundColor: color,
  crop: z.nullable(box),
  gridSize: z.nullable(z.number().check(z.minimum(1), z.maximum(SCENE_LIMITS.coordinate))),
});

/** Fails to compile where the schema and the model part ways. */
export const asScene: (
  read: Omit<z.output<typeof sceneSchema>, 'elements'> & Pick<Scene, 'elements'>,
) => Scene = (read) => read;
