import type { ElementType, SceneElement } from '../model/element.ts';
import { makeElement } from '../model/make-element.ts';
import { EMPTY_SCENE, type Scene } from '../model/scene.ts';
import { isRecord, isSafeKey } from './json-text.ts';
import { READ_LIMITS } from './read-limits.ts';
import { ReadError } from './read-result.ts';

const TYPES: ReadonlySet<unknown> = new Set<ElementType>([
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
]);

/** `value` as a scene. @throws {ReadError} `broken`, `bad-number`, `too-many-elements`, `unsafe-content` */
export function checkScene(value: Readonly<Record<string, unknown>>): Scene {
  const { elements } = value;
  if (!Array.isArray(elements)) throw new ReadError('broken');
  if (elements.length > READ_LIMITS.elements) throw new ReadError('too-many-elements');
  const ids = new Set<string>();
  for (const element of elements) {
    const { id } = checkElement(element);
    if (ids.has(id)) throw new ReadError('broken');
    ids.add(id);
  }
  return { ...EMPTY_SCENE, ...value } as Scene;
}

function checkElement(value: unknown): SceneElement {
  if (!isRecord(value) || !TYPES.has(value.type)) throw new ReadError('broken');
  if (typeof value.id !== 'string') throw new ReadError('broken');
  if (!isSafeKey(value.id)) throw new ReadError('unsafe-content');
  const model: Readonly<Record<string, unknown>> = {
    ...makeElement(value.type as ElementType, {}),
  };
  for (const [field, usual] of Object.entries(model)) checkField(usual, value[field]);
  return value as unknown as SceneElement;
}

function checkField(usual: unknown, value: unknown): void {
  if (typeof usual === 'number') {
    if (typeof value !== 'number' || Math.abs(value) > READ_LIMITS.coordinate) {
      throw new ReadError('bad-number');
    }
  } else if (usual !== null) {
    const isSame = typeof value === typeof usual && Array.isArray(value) === Array.isArray(usual);
    if (!isSame) throw new ReadError('broken');
  }
}
