import { utf8 } from '../../../shared/crypto/bytes.ts';
import { getObject, putObject } from '../../../shared/keys/vault.ts';
import type { Clash } from '../../../shared/sync/mirror.ts';
import { FOLDERS } from '../folders.ts';
import { BROWSER_SHELF } from '../library.ts';
import type { Diagram, DiagramId, Folder } from '../model/diagram.ts';
import { saveDiagram } from '../save-diagram.ts';
import { newId, type Shelf } from '../shelf.ts';
import { changeDiagram, lockOf } from '../store-diagrams.ts';
import { openDiagram, readThumbnail } from '../versions.ts';
import type { AccountPlace } from './account-place.ts';

/**
 * What was changed on two devices: the diagram becomes what the other device made of it, and what this one made of it
 * stands beside it as a diagram of its own, until a person decides. Folders of both are joined.
 */
export async function resolveClashes(
  place: AccountPlace,
  clashes: readonly Clash[],
  nameCopy: (name: string) => string,
): Promise<void> {
  const { mirror } = place.setting;
  const byDiagram = Map.groupBy(clashes, ({ name }) => name.split('/')[1] as DiagramId | undefined);
  for (const [id, own] of byDiagram) {
    if (id === undefined) {
      for (const clash of own) await joinFolders(place, clash);
      continue;
    }
    await BROWSER_SHELF.exclusively(lockOf(id), async () => {
      await keepCopy({ ...BROWSER_SHELF, vault: place.vault }, id, nameCopy);
      for (const clash of own) await mirror.takeTheirs(clash);
    });
  }
}

/** Nothing is copied of what does not open any more. */
async function keepCopy(
  shelf: Shelf,
  id: DiagramId,
  nameCopy: (name: string) => string,
): Promise<void> {
  const opened = await openDiagram(shelf, id).catch(() => undefined);
  if (!opened) return;
  const { diagram, scene, version } = opened;
  const copy = newId<DiagramId>();
  const thumbnail = version.thumbnail ?? diagram.thumbnail;
  const picture = thumbnail && (await readThumbnail(shelf, id, thumbnail).catch(() => undefined));
  await saveDiagram(shelf, copy, scene, {
    name: nameCopy(diagram.name),
    ...(picture && { thumbnail: picture }),
    ...(diagram.kind && { kind: diagram.kind }),
  });
  await changeDiagram(shelf, copy, async (made) => {
    if (!made) return undefined;
    const { folderId, tags, binnedAt } = diagram;
    return { ...made, folderId, tags, binnedAt, clashesWith: id } satisfies Diagram;
  });
}

async function joinFolders({ setting, vault }: AccountPlace, clash: Clash): Promise<void> {
  const { mirror } = setting;
  const read = async (store: typeof vault.store): Promise<readonly Folder[]> => {
    const opened = await getObject({ ...vault, store }, FOLDERS);
    return opened ? JSON.parse(new TextDecoder().decode(opened.data)) : [];
  };
  const ours = await read(vault.store);
  const theirs = await read({ ...vault.store, get: mirror.theirs.get });
  const joined = new Map([...ours, ...theirs].map((folder) => [folder.id, folder]));
  await mirror.takeTheirs(clash);
  const revision = (await getObject(vault, FOLDERS))?.version ?? 0;
  await putObject(vault, FOLDERS, revision + 1, utf8(JSON.stringify([...joined.values()])));
}
