import { utf8 } from '../../shared/crypto/bytes.ts';
import { CryptoError } from '../../shared/crypto/error.ts';
import { getObject, putObject } from '../../shared/keys/vault.ts';
import type { Diagram, DiagramId } from './model/diagram.ts';
import { RECORDS, recordObject, type Shelf } from './shelf.ts';

/** What lies on the shelf. */
export interface Listing {
  readonly diagrams: readonly Diagram[];
  /** Those whose record does not open: damaged, or sealed by another profile. */
  readonly damaged: readonly DiagramId[];
}

/** @throws {CryptoError} `cannot-open` */
export async function readDiagram(shelf: Shelf, id: DiagramId): Promise<Diagram | undefined> {
  return (await readRecord(shelf, id))?.diagram;
}

/** Every diagram, those in the bin too, in no order. */
export async function listDiagrams(shelf: Shelf): Promise<Listing> {
  const names = await shelf.vault.store.list(RECORDS);
  const diagrams: Diagram[] = [];
  const damaged: DiagramId[] = [];
  const read = async (name: string) => {
    const id = name.slice(RECORDS.length) as DiagramId;
    try {
      const diagram = await readDiagram(shelf, id);
      if (diagram) diagrams.push(diagram);
    } catch (error) {
      if (!(error instanceof CryptoError)) throw error;
      damaged.push(id);
    }
  };
  await Promise.all(names.map(read));
  return { diagrams, damaged };
}

/**
 * Changes a diagram's record, while nobody else does. What `change` puts into the store before it returns
 * becomes part of the diagram by this one write, or else never was.
 *
 * @param change gives the diagram as it shall be, or undefined to leave all as it is
 */
export function changeDiagram(
  shelf: Shelf,
  id: DiagramId,
  change: (before: Diagram | undefined) => Promise<Diagram | undefined>,
): Promise<Diagram | undefined> {
  return shelf.exclusively(lockOf(id), async () => {
    const before = await readRecord(shelf, id);
    const after = await change(before?.diagram);
    if (!after) return undefined;
    const json = utf8(JSON.stringify(after));
    await putObject(shelf.vault, recordObject(id), (before?.revision ?? 0) + 1, json);
    return after;
  });
}

/** The name of the lock under which a diagram is changed. */
export const lockOf = (id: DiagramId): string => `diagram ${id}`;

async function readRecord(shelf: Shelf, id: DiagramId) {
  const opened = await getObject(shelf.vault, recordObject(id));
  if (!opened) return undefined;
  const diagram: Diagram = JSON.parse(new TextDecoder().decode(opened.data));
  return { revision: opened.version, diagram };
}
