import type { Diagram, DiagramId, DiagramPart, PartId } from './model/diagram.ts';
import { PARTS, partsOf, type Shelf, sceneObject } from './shelf.ts';
import { listDiagrams, lockOf, readDiagram } from './store-diagrams.ts';

/** Those of the diagram's parts that a version has, or the library shows. */
export function partsInUse({
  versions,
  parts,
  thumbnail,
}: Pick<Diagram, 'versions' | 'parts' | 'thumbnail'>): readonly DiagramPart[] {
  const used = new Set<PartId | null>(versions.flatMap((version) => version.parts));
  used.add(thumbnail);
  return parts.filter(({ id }) => used.has(id));
}

/** Names in the store of all that a diagram is made of, its record aside. */
export function namesOf({ id, versions, parts }: Diagram): readonly string[] {
  return [
    ...versions.map(({ version }) => sceneObject(id, version).name),
    ...parts.map((part) => `${partsOf(id)}${part.id}`),
  ];
}

/** What was part of the diagram before and is none after. */
export function namesDropped(before: Diagram | undefined, after: Diagram): readonly string[] {
  const kept = new Set(namesOf(after));
  return before ? namesOf(before).filter((name) => !kept.has(name)) : [];
}

/** Deletes what a crash or a full disk left of a diagram and its record does not name. */
export function sweepParts(shelf: Shelf, id: DiagramId): Promise<void> {
  return shelf.exclusively(lockOf(id), async () => {
    if (await shelf.isShared?.(id)) return;
    const diagram = await readDiagram(shelf, id);
    const kept = new Set(diagram ? namesOf(diagram) : []);
    const names = await shelf.vault.store.list(partsOf(id));
    for (const name of names) if (!kept.has(name)) await shelf.vault.store.delete(name);
  });
}

/** Does so for all diagrams but those whose record does not open: of them nothing is deleted. */
export async function sweepLibrary(shelf: Shelf): Promise<void> {
  const names = await shelf.vault.store.list(PARTS);
  const { diagrams, damaged } = await listDiagrams(shelf);
  const kept = new Set(diagrams.flatMap(namesOf));
  const stray = names.filter((name) => !kept.has(name)).map((name) => name.split('/')[1]);
  for (const id of new Set(stray as DiagramId[])) {
    if (!damaged.includes(id)) await sweepParts(shelf, id);
  }
}
