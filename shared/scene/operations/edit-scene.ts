import type { SceneElement } from '../model/element.ts';
import { keepPositions } from '../model/index-elements.ts';
import type { Scene } from '../model/scene.ts';
import { Draft } from './draft.ts';
import { followShapes } from './follow-shapes.ts';
import { linkElements } from './link-elements.ts';

export interface Edits {
  /** New states of elements that exist. */
  readonly changed?: Iterable<SceneElement>;
  readonly removed?: ReadonlySet<string>;
  /** New elements, which lie in front of all others. */
  readonly added?: readonly SceneElement[];
}

/**
 * The one way in which operations change elements. Keeps what hangs together consistent: each binding has
 * its counterpart, arrows end at the shapes that they are bound to, labels sit where they belong, and nothing
 * refers to what is gone. Elements that stay as they are keep their identity, and so does a scene.
 */
export function editScene(scene: Scene, edits: Edits): Scene {
  const draft = new Draft(scene, edits);
  if (draft.touched.size === 0) return scene;
  linkElements(draft);
  followShapes(draft);
  const elements = draft.finish();
  if (elements === scene.elements) return scene;
  if (draft.removed.size === 0 && draft.added.length === 0) keepPositions(scene.elements, elements);
  return { ...scene, elements };
}
