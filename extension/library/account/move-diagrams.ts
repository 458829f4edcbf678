import { getObject, putObject, type Vault, type VaultObject } from '../../../shared/keys/vault.ts';
import { LOCAL_VAULT } from '../../storage/local-vault.ts';
import { announceChange } from '../announce-change.ts';
import { addFolders, listFolders } from '../folders.ts';
import { BROWSER_SHELF, LIBRARY_SHELF } from '../library.ts';
import type { Diagram, DiagramId } from '../model/diagram.ts';
import { partObject, recordObject, sceneObject } from '../shelf.ts';
import { lockOf, readDiagram } from '../store-diagrams.ts';
import { lockedError, openAccountPlace } from './account-place.ts';
import { findPlace, type PlaceName, setNewPlace } from './joined-vault.ts';

/**
 * Moves diagrams with all their versions to the other place, one after the other. Each is whole in one of them at any
 * moment: it is copied, its record last, and deleted only then. From now on new diagrams go there too.
 * @throws {SealedStoreError} `no-room`, `locked`, `unavailable`: those that were moved before stay moved
 */
export async function moveToPlace(
  ids: readonly DiagramId[],
  place: PlaceName,
  onMoved?: (done: number) => void,
): Promise<void> {
  const account = await openAccountPlace();
  if (!account) throw lockedError();
  const [from, to] =
    place === 'account' ? [LOCAL_VAULT, account.vault] : [account.vault, LOCAL_VAULT];
  await setNewPlace(place);
  // Writes them to every place that is open.
  await addFolders(LIBRARY_SHELF, await listFolders(LIBRARY_SHELF));
  for (const [done, id] of ids.entries()) {
    await BROWSER_SHELF.exclusively(lockOf(id), async () => {
      if ((await findPlace(id)) !== place) await moveDiagram(from, to, id);
    });
    onMoved?.(done + 1);
  }
  announceChange({});
}

/** Deletes what a move that broke off left in this browser of what is in the account already. */
export async function sweepMoved(ids: readonly DiagramId[]): Promise<void> {
  for (const id of ids) {
    if (await LOCAL_VAULT.store.get(recordObject(id).name)) await deleteFrom(LOCAL_VAULT, id);
  }
}

async function moveDiagram(from: Vault, to: Vault, id: DiagramId): Promise<void> {
  const shelf = { ...BROWSER_SHELF, vault: from };
  const diagram = await readDiagram(shelf, id);
  if (!diagram) return;
  for (const object of [...objectsOf(diagram), recordObject(id)]) {
    // A damaged version is left behind: the record says which there were, the history that one can't be opened.
    const opened = await getObject(from, object).catch(() => undefined);
    if (opened) await putObject(to, object, opened.version, opened.data);
  }
  await deleteFrom(from, id);
}

async function deleteFrom({ store }: Vault, id: DiagramId): Promise<void> {
  await store.delete(recordObject(id).name);
  for (const name of await store.list(`part/${id}/`)) await store.delete(name);
}

function objectsOf({ id, versions, parts }: Diagram): readonly VaultObject[] {
  return [
    ...parts.map((part) => partObject(id, part.id)),
    ...versions.map(({ version }) => sceneObject(id, version)),
  ];
}
