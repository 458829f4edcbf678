import * as z from 'zod/mini';
import type { Bytes } from '../../crypto/bytes.ts';
import { SCENE_VERSION, type Scene } from '../model/scene.ts';
import { box, color, elementSchema, id, name } from './element-schema.ts';
import { SCENE_LIMITS } from './scene-limits.ts';

const bytes = z.custom<Bytes>((value) => value instanceof Uint8Array, 'is no bytes');
const pixels = z.int().check(z.minimum(1), z.maximum(SCENE_LIMITS.coordinate));

const file = z.object({
  mimeType: z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/svg+xml']),
  bytes,
  width: pixels,
  height: pixels,
});

/** A scene of this version. Fields that no scene has are left out. */
export const sceneSchema = z.object({
  version: z.literal(SCENE_VERSION),
  elements: z.array(elementSchema).check(z.maxLength(SCENE_LIMITS.elements)),
  files: z
    .record(id, file)
    .check(z.refine((files) => Object.keys(files).length <= SCENE_LIMITS.files, 'are too many')),
  attachments: z
    .array(z.object({ name, type: name, bytes }))
    .check(z.maxLength(SCENE_LIMITS.attachments)),
  backgroundColor: color,
  crop: z.nullable(box),
  gridSize: z.nullable(z.number().check(z.minimum(1), z.maximum(SCENE_LIMITS.coordinate))),
});

/** Fails to compile where the schema and the model part ways. */
export const asScene: (read: z.output<typeof sceneSchema>) => Scene = (read) => read;
