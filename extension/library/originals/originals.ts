import { OBJECT_ID_BYTES, type ObjectId, type SymmetricKey } from '../../../shared/crypto/brand.ts';
import { utf8 } from '../../../shared/crypto/bytes.ts';
import { cannotOpen } from '../../../shared/crypto/error.ts';
import { sha256 } from '../../../shared/crypto/hash.ts';
import { wrapUnder } from '../../../shared/keys/key-wrapper.ts';
import { getObject, putObject, type Vault, type VaultObject } from '../../../shared/keys/vault.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import type { PictureSuggestion } from '../../editor/suggestions/picture-suggestion.ts';
import { LOCAL_STORE } from '../local-store.ts';
import { packScene, unpackScene } from '../pack-scene.ts';
import { deleteSessionKey, listSessions, makeSessionKey, readSessionKey } from './session-keys.ts';

/*
 * What an editor works on before anything is burned: it lies sealed in this profile, under a key that is only in
 * the browser's memory, for as long as its tab is open. Reloading the tab finds it again; closing it deletes it.
 */

const ORIGINALS = 'original/';

/** What an open editor has, and nothing that is saved. */
export interface Originals {
  /** Not burned. */
  readonly scene: Scene;
  /** What else may be redacted in it. */
  readonly suggestions: readonly PictureSuggestion[];
}

interface OriginalScene {
  readonly json: string;
  readonly suggestions: readonly PictureSuggestion[];
  /** Places of the scene's bytes by their digest. */
  readonly places: Readonly<Record<string, string>>;
}

/** Keeps them as they are, un-redacted, for this tab. `sessionId` is the editor's own, of `A-Z a-z 0-9 _ -`. */
export async function keepOriginals(
  sessionId: string,
  { scene, suggestions }: Originals,
): Promise<void> {
  const vault = vaultOf(await makeSessionKey(sessionId));
  const known = (await readOriginal(vault, sessionId).catch(() => undefined))?.places ?? {};
  const { json, parts } = await packScene(scene);
  const places: Record<string, string> = {};
  for (const [digest, bytes] of parts) {
    const place = known[digest] ?? crypto.randomUUID();
    places[digest] = place;
    if (!known[digest]) await putObject(vault, await objectAt(sessionId, place), 1, bytes);
  }
  const original: OriginalScene = { json: new TextDecoder().decode(json), suggestions, places };
  await putObject(vault, await objectAt(sessionId, 'scene'), 1, utf8(JSON.stringify(original)));
  for (const place of Object.values(known)) {
    if (!Object.values(places).includes(place)) {
      await vault.store.delete(nameAt(sessionId, place));
    }
  }
}

/** What this session kept last; undefined where its tab was closed, or the browser ended since. */
export async function readOriginals(sessionId: string): Promise<Originals | undefined> {
  const key = await readSessionKey(sessionId);
  if (!key) return undefined;
  const vault = vaultOf(key);
  const original = await readOriginal(vault, sessionId);
  if (!original) return undefined;
  const scene = await unpackScene(utf8(original.json), async (digest) => {
    const place = original.places[digest];
    const opened = place && (await getObject(vault, await objectAt(sessionId, place)));
    if (!opened) throw cannotOpen();
    return opened.data;
  });
  return { scene, suggestions: original.suggestions };
}

/** First the key, so that nothing opens any more even where the rest fails. */
export async function dropOriginals(sessionId: string): Promise<void> {
  await deleteSessionKey(sessionId);
  for (const name of await LOCAL_STORE.list(nameAt(sessionId, ''))) await LOCAL_STORE.delete(name);
}

/** Drops the originals of every session whose tab is not among `tabIds`, and what has no key any more. */
export async function sweepOriginals(tabIds: ReadonlySet<number>): Promise<void> {
  // Names first: a session makes its key before anything lies under its name.
  const names = await LOCAL_STORE.list(ORIGINALS);
  const sessions = await listSessions();
  for (const [sessionId, tabId] of sessions) {
    if (!tabIds.has(tabId)) await dropOriginals(sessionId);
  }
  for (const name of names) {
    const sessionId = name.slice(ORIGINALS.length).split('/')[0] ?? '';
    if (!sessions.has(sessionId)) await LOCAL_STORE.delete(name);
  }
}

async function readOriginal(vault: Vault, sessionId: string): Promise<OriginalScene | undefined> {
  const opened = await getObject(vault, await objectAt(sessionId, 'scene'));
  return opened && JSON.parse(new TextDecoder().decode(opened.data));
}

function vaultOf(key: SymmetricKey): Vault {
  return { store: LOCAL_STORE, keys: wrapUnder(key) };
}

const nameAt = (sessionId: string, place: string) => `${ORIGINALS}${sessionId}/${place}`;

async function objectAt(sessionId: string, place: string): Promise<VaultObject> {
  const name = nameAt(sessionId, place);
  const id = (await sha256(utf8(name))).slice(0, OBJECT_ID_BYTES) as ObjectId;
  return { name, role: 'scene', id };
}
