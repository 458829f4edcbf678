import type { SceneElement } from '../../../shared/scene/model/element.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';

const RANDOM_ID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

/**
 * The scene without what could tell of hidden things beside the drawing: fields and sources of the file it came
 * from, names in ids, what hangs on elements that are gone, and files that nothing shows.
 */
export function forgetOrigin(scene: Scene): Scene {
  const ids = new Set(scene.elements.map(({ id }) => id));
  const renamed = new Map<string, string>();
  const rename = (id: string) => {
    if (RANDOM_ID.test(id)) return id;
    const name = renamed.get(id) ?? crypto.randomUUID();
    renamed.set(id, name);
    return name;
  };
  const renameKnown = (id: string | null) => (id !== null && ids.has(id) ? rename(id) : null);
  const elements = scene.elements.map(({ foreign: _, ...element }): SceneElement => {
    const common = {
      id: rename(element.id),
      groupIds: element.groupIds.map(rename),
      frameId: renameKnown(element.frameId),
      boundElements: element.boundElements
        .filter(({ id }) => ids.has(id))
        .map((bound) => ({ ...bound, id: rename(bound.id) })),
    };
    if (element.type === 'text') {
      return { ...element, ...common, containerId: renameKnown(element.containerId) };
    }
    if (element.type !== 'arrow') return { ...element, ...common };
    const bind = (binding: typeof element.startBinding) =>
      binding && ids.has(binding.elementId)
        ? { ...binding, elementId: rename(binding.elementId) }
        : null;
    return {
      ...element,
      ...common,
      startBinding: bind(element.startBinding),
      endBinding: bind(element.endBinding),
    };
  });
  return { ...scene, elements, attachments: [] };
}

/** The scene without files that no element shows. */
export function dropUnusedFiles(scene: Scene): Scene {
  const shown = new Set(
    scene.elements.flatMap((element) => (element.type === 'image' ? [element.fileId] : [])),
  );
  const all = Object.entries(scene.files);
  const used = all.filter(([id]) => shown.has(id));
  return used.length === all.length ? scene : { ...scene, files: Object.fromEntries(used) };
}
