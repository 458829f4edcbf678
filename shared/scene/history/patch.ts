import type { SceneElement } from '../model/element.ts';
import { positionsOf } from '../model/index-elements.ts';
import type { Scene, SceneFile } from '../model/scene.ts';

/** What an undo step may set back besides elements. */
type Fields = Pick<Scene, 'attachments' | 'backgroundColor' | 'crop' | 'gridSize'>;

/** An element and its position in the list from which it is taken, or into which it is put. */
interface Placed {
  readonly index: number;
  readonly element: SceneElement;
}

/** The difference between two scenes, which leads from the first to the second. Turned round, it leads back. */
export interface Patch {
  /** By position in the first scene, ascending. An element that changes its place is removed and inserted. */
  readonly removed: readonly Placed[];
  /** By position in the second scene, ascending. */
  readonly inserted: readonly Placed[];
  readonly changed: readonly { readonly before: SceneElement; readonly after: SceneElement }[];
  readonly fields: { readonly before: Partial<Fields>; readonly after: Partial<Fields> };
  /** Pictures that the second scene has and the first hasn't. They are kept when the patch is turned round. */
  readonly files: Readonly<Record<string, SceneFile>>;
}

const FIELDS = ['attachments', 'backgroundColor', 'crop', 'gridSize'] as const;

/** What leads from `before` to `after`, found by comparing identities. */
export function diffScenes(before: Scene, after: Scene): Patch {
  const differing = FIELDS.filter((name) => before[name] !== after[name]);
  const pick = (scene: Scene): Partial<Fields> =>
    Object.fromEntries(differing.map((name) => [name, scene[name]]));
  return {
    ...diffElements(before.elements, after.elements),
    fields: { before: pick(before), after: pick(after) },
    files:
      before.files === after.files
        ? {}
        : Object.fromEntries(
            Object.entries(after.files).filter(([id]) => before.files[id] === undefined),
          ),
  };
}

export function isEmptyPatch({ removed, inserted, changed, fields, files }: Patch): boolean {
  return (
    removed.length + inserted.length + changed.length === 0 &&
    Object.keys(fields.after).length + Object.keys(files).length === 0
  );
}

/** The patch that leads back. */
export function invertPatch({ removed, inserted, changed, fields, files }: Patch): Patch {
  return {
    removed: inserted,
    inserted: removed,
    changed: changed.map(({ before, after }) => ({ before: after, after: before })),
    fields: { before: fields.after, after: fields.before },
    files,
  };
}

/** `scene`, from which `patch` leads, led there. */
export function applyPatch(scene: Scene, patch: Patch): Scene {
  const files =
    Object.keys(patch.files).length === 0 ? scene.files : { ...scene.files, ...patch.files };
  return { ...scene, ...patch.fields.after, files, elements: patchElements(scene.elements, patch) };
}

function patchElements(
  elements: readonly SceneElement[],
  { removed, inserted, changed }: Patch,
): readonly SceneElement[] {
  if (removed.length + inserted.length + changed.length === 0) return elements;
  const at = positionsOf(elements);
  const patched: (SceneElement | undefined)[] = [...elements];
  for (const { after } of changed) {
    const index = at.get(after.id);
    if (index !== undefined) patched[index] = after;
  }
  for (const { index } of removed) patched[index] = undefined;
  const kept = patched.filter((element) => element !== undefined);
  const result: SceneElement[] = [];
  let next = 0;
  for (const { index, element } of inserted) {
    while (result.length < index && next < kept.length) result.push(kept[next++] as SceneElement);
    result.push(element);
  }
  while (next < kept.length) result.push(kept[next++] as SceneElement);
  return result;
}

type ElementsDiff = Pick<Patch, 'removed' | 'inserted' | 'changed'>;

/** Walks both lists at once; of two elements that changed places, the one that went further is lifted out. */
function diffElements(
  before: readonly SceneElement[],
  after: readonly SceneElement[],
): ElementsDiff {
  if (before === after) return { removed: [], inserted: [], changed: [] };
  const inBefore = positionsOf(before);
  const inAfter = positionsOf(after);
  const removed: Placed[] = [];
  const inserted: Placed[] = [];
  const changed: { before: SceneElement; after: SceneElement }[] = [];
  const lifted = new Set<string>();
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const old = before[i];
    const now = after[j];
    const take = old !== undefined && (lifted.has(old.id) || !inAfter.has(old.id));
    const put = now !== undefined && (lifted.has(now.id) || !inBefore.has(now.id));
    if (old !== undefined && take) removed.push({ index: i++, element: old });
    else if (now !== undefined && put) inserted.push({ index: j++, element: now });
    else if (old === undefined || now === undefined) throw new Error('ids occur twice');
    else if (old.id === now.id) {
      if (old !== now) changed.push({ before: old, after: now });
      i++;
      j++;
    } else {
      const oldGoes = (inAfter.get(old.id) as number) - j;
      const nowCame = (inBefore.get(now.id) as number) - i;
      lifted.add(oldGoes >= nowCame ? old.id : now.id);
    }
  }
  return { removed, inserted, changed };
}
