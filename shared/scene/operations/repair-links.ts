import type { Scene } from '../model/scene.ts';
import { Draft } from './draft.ts';
import { linkElements } from './link-elements.ts';

/**
 * A scene from outside with every binding known on both sides, and none to what isn't there. Nothing moves. The
 * very same scene where all is well.
 */
export function repairLinks(scene: Scene): Scene {
  const bare = { ...scene, elements: [] };
  const draft = new Draft(bare, { added: scene.elements });
  linkElements(draft);
  const elements = draft.finish();
  const isSame =
    elements.length === scene.elements.length &&
    elements.every((element, index) => element === scene.elements[index]);
  return isSame ? scene : { ...scene, elements };
}
