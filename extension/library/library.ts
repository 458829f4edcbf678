import type { Scene } from '../../shared/scene/model/scene.ts';
import { LOCAL_VAULT } from '../storage/local-vault.ts';
import { isInAccount, JOINED_VAULT, openVaults } from './account/joined-vault.ts';
import { announceChange } from './announce-change.ts';
import type { DiagramId, DiagramVersion } from './model/diagram.ts';
import { type SavedVersion, type SaveOptions, saveDiagram as save } from './save-diagram.ts';
import { newId, type Shelf } from './shelf.ts';
import * as versions from './versions.ts';

/** What lies in this browser only. */
export const BROWSER_SHELF: Shelf = {
  vault: LOCAL_VAULT,
  // What the lock's promise gives, TypeScript does not know to be unwrapped.
  exclusively: async (name, act) => navigator.locks.request(name, act) as ReturnType<typeof act>,
  now: Date.now,
};

/** The library of this browser profile: what lies in this browser, and in the account while it is open. */
export const LIBRARY_SHELF: Shelf = {
  ...BROWSER_SHELF,
  vault: JOINED_VAULT,
  vaults: openVaults,
  isShared: isInAccount,
};

/* What the editor needs of it. */

export function newDiagramId(): DiagramId {
  return newId();
}

/** See `save-diagram.ts`. The scene must be burned. */
export async function saveDiagram(
  id: DiagramId,
  scene: Scene,
  options?: SaveOptions,
): Promise<SavedVersion> {
  const saved = await save(LIBRARY_SHELF, id, scene, options);
  announceChange({ id, version: saved.version });
  return saved;
}

export function openDiagram(id: DiagramId): Promise<versions.OpenedDiagram | undefined> {
  return versions.openDiagram(LIBRARY_SHELF, id);
}

export function openVersion(id: DiagramId, version: number): Promise<Scene> {
  return versions.openVersion(LIBRARY_SHELF, id, version);
}

export function listVersions(id: DiagramId): Promise<readonly DiagramVersion[]> {
  return versions.listVersions(LIBRARY_SHELF, id);
}

export async function nameVersion(
  id: DiagramId,
  version: number,
  name: string | null,
): Promise<void> {
  await versions.nameVersion(LIBRARY_SHELF, id, version, name);
  announceChange({ id });
}

export async function restoreVersion(id: DiagramId, version: number): Promise<SavedVersion> {
  const saved = await versions.restoreVersion(LIBRARY_SHELF, id, version);
  announceChange({ id, version: saved.version });
  return saved;
}
