import { BIN_DAYS } from '../../../shared/api/library-limits.ts';
import { utf8 } from '../../../shared/crypto/bytes.ts';
import type { SealedStore } from '../../../shared/keys/sealed-store.ts';
import type { Mirror } from '../../../shared/sync/mirror.ts';
import type { DiagramId } from '../model/diagram.ts';
import { PARTS, RECORDS, type Shelf } from '../shelf.ts';
import { listDiagrams, lockOf, readDiagram } from '../store-diagrams.ts';
import { namesOf } from '../sweep-parts.ts';

/*
 * Parts in the account that no record names: a device crashed while it saved, or gave up a state of its own for
 * another's. The record may still be on its way from a device that is offline, so nothing goes before it was stray for
 * 30 days here; and a device whose record names what was deleted brings it back (`isPartNeeded`).
 */

export interface AccountShelf {
  readonly shelf: Shelf;
  readonly mirror: Mirror;
  /** Where this device notes since when it knows what to be stray. */
  readonly notes: Pick<SealedStore, 'get' | 'put'>;
}

const NOTE = 'strays';
const STRAY_MS = BIN_DAYS * 86_400_000;

/** When each stray part was seen first, by its name; milliseconds since 1970. */
type Strays = Readonly<Record<string, number>>;

/** Notes what is stray, and deletes what has been for 30 days. Only after the whole library was read. */
export async function sweepStrays({ shelf, mirror, notes }: AccountShelf): Promise<void> {
  if (!(await mirror.state()).isComplete) return;
  const now = shelf.now();
  const known = await readStrays(notes);
  const seen = Object.fromEntries(
    (await findStrays(shelf, mirror)).map((name) => [name, known[name] ?? now]),
  );
  if (JSON.stringify(seen) !== JSON.stringify(known)) {
    await notes.put(NOTE, utf8(JSON.stringify(seen)));
  }
  const due = Object.keys(seen).filter((name) => now - (seen[name] ?? now) >= STRAY_MS);
  for (const name of due) await deleteStray(shelf, name);
}

async function findStrays(shelf: Shelf, mirror: Mirror): Promise<readonly string[]> {
  const names = await shelf.vault.store.list(PARTS);
  const { diagrams, damaged } = await listDiagrams(shelf);
  const named = new Set(diagrams.flatMap(namesOf));
  // What a damaged record names, or one that waits for a decision, nobody knows.
  const clashes = (await mirror.clashes()).map(({ name }) => name);
  const unknown = new Set([...damaged.map((id) => RECORDS + id), ...clashes]);
  const changed = new Set(await mirror.changed());
  return names.filter(
    (name) => !named.has(name) && !changed.has(name) && !unknown.has(recordOf(name)),
  );
}

function deleteStray(shelf: Shelf, name: string): Promise<void> {
  const id = diagramOf(name);
  return shelf.exclusively(lockOf(id), async () => {
    const diagram = await readDiagram(shelf, id);
    if (diagram && namesOf(diagram).includes(name)) return;
    await shelf.vault.store.delete(name);
  });
}

async function readStrays(notes: AccountShelf['notes']): Promise<Strays> {
  const bytes = await notes.get(NOTE);
  return bytes ? JSON.parse(new TextDecoder().decode(bytes)) : {};
}

/** Whether the record of its diagram, as it is here now, names the part. */
export async function isPartNeeded(shelf: Shelf, name: string): Promise<boolean> {
  if (!name.startsWith(PARTS)) return false;
  const diagram = await readDiagram(shelf, diagramOf(name)).catch(() => undefined);
  return diagram !== undefined && namesOf(diagram).includes(name);
}

const diagramOf = (part: string) => part.split('/')[1] as DiagramId;
const recordOf = (part: string) => RECORDS + diagramOf(part);
