import type { Bytes } from '../../crypto/bytes.ts';
import type { Box, SceneElement } from './element.ts';

export const SCENE_VERSION = 1;

/** The bytes of a picture that image elements show. */
export interface SceneFile {
  readonly mimeType: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif' | 'image/svg+xml';
  readonly bytes: Bytes;
  /** In its own pixels. */
  readonly width: number;
  readonly height: number;
}

/** What a diagram was recovered from, kept word for word. */
export interface SceneAttachment {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: Bytes;
}

export interface Scene {
  readonly version: typeof SCENE_VERSION;
  /** From the back to the front. */
  readonly elements: readonly SceneElement[];
  /** By `fileId`. An undo step never removes one, so that bytes are kept once. */
  readonly files: Readonly<Record<string, SceneFile>>;
  readonly attachments: readonly SceneAttachment[];
  /** `#rrggbb` or `transparent`. */
  readonly backgroundColor: string;
  /** What exports show, where cropped; else everything. */
  readonly crop: Box | null;
  /** Distance of the grid's lines, or null where nothing snaps to one. */
  readonly gridSize: number | null;
}

export const EMPTY_SCENE: Scene = {
  version: SCENE_VERSION,
  elements: [],
  files: {},
  attachments: [],
  backgroundColor: '#ffffff',
  crop: null,
  gridSize: null,
};
