import { OBJECT_ID_BYTES, type ObjectId } from '../../shared/crypto/brand.ts';
import { type Bytes, utf8 } from '../../shared/crypto/bytes.ts';
import { cannotOpen } from '../../shared/crypto/error.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { getObject, putObject, type Vault, type VaultObject } from '../../shared/keys/vault.ts';
import { lockedError, openAccountPlace } from '../library/account/account-place.ts';
import { LOCAL_VAULT } from '../storage/local-vault.ts';
import type { Draft, DraftSummary } from './draft.ts';
import { type DraftAbout, packDraft, unpackDraft } from './pack-draft.ts';

const DRAFTS = 'draft/';
/** Ids of drafts of what lies in the account begin so: they are sealed under its keys, and open only while it is unlocked. */
const OF_ACCOUNT = 'account-';
/** At most so much of a large file is in memory while it is sealed. */
const PIECE_BYTES = 8 * 1024 * 1024;

interface SealedDraft extends DraftAbout {
  /** Names of the pieces that each blob lies in. */
  readonly pieces: readonly (readonly string[])[];
}

export function newDraftId(place: 'browser' | 'account'): string {
  return (place === 'account' ? OF_ACCOUNT : '') + crypto.randomUUID();
}

/** Puts the draft in place of the one with its id; its pieces first, so that a crash leaves no half of it. @throws {SealedStoreError} `locked` */
export async function sealDraft(draft: Draft): Promise<void> {
  const vault = await vaultOf(draft.id);
  const { about, blobs } = packDraft(draft);
  const folder = `${piecesOf(draft.id)}${crypto.randomUUID()}`;
  const pieces: string[][] = [];
  for (const [index, blob] of blobs.entries()) {
    const names: string[] = [];
    for (let from = 0; from < blob.size; from += PIECE_BYTES) {
      const name = `${folder}-${index}-${names.length}`;
      const piece = blob.slice(from, from + PIECE_BYTES);
      const bytes = new Uint8Array(await piece.arrayBuffer());
      await putObject(vault, await vaultObject(name), 1, bytes);
      names.push(name);
    }
    pieces.push(names);
  }
  const sealed: SealedDraft = { ...about, pieces };
  const record = await vaultObject(`${DRAFTS}${draft.id}`);
  await putObject(vault, record, 1, utf8(JSON.stringify(sealed)));
  await deletePieces(draft.id, new Set(pieces.flat()));
}

/** @throws {CryptoError} `cannot-open`; {SealedStoreError} `locked` */
export async function unsealDraft(id: string): Promise<Draft | undefined> {
  const vault = await vaultOf(id);
  const sealed = await readRecord(vault, id);
  if (!sealed) return undefined;
  const blobs = sealed.pieces.map((names) => readPieces(vault, names));
  return unpackDraft(sealed, await Promise.all(blobs));
}

/** All but the bytes of every draft that opens. */
export async function listSealedDrafts(): Promise<readonly DraftSummary[]> {
  const names = await LOCAL_VAULT.store.list(DRAFTS);
  const read = async (id: string) => readRecord(await vaultOf(id), id);
  const ids = names.map((name) => name.slice(DRAFTS.length));
  const drafts = await Promise.all(ids.map((id) => read(id).catch(() => undefined)));
  return drafts.filter((draft) => draft !== undefined);
}

/** Deletes the drafts of an account: nobody is signed in to one any more. */
export async function deleteAccountDrafts(): Promise<void> {
  for (const name of await LOCAL_VAULT.store.list(DRAFTS + OF_ACCOUNT)) {
    await deleteSealedDraft(name.slice(DRAFTS.length));
  }
}

export async function deleteSealedDraft(id: string): Promise<void> {
  await LOCAL_VAULT.store.delete(`${DRAFTS}${id}`);
  await deletePieces(id, new Set());
}

const piecesOf = (id: string) => `draft-piece/${id}/`;

async function vaultOf(id: string): Promise<Vault> {
  if (!id.startsWith(OF_ACCOUNT)) return LOCAL_VAULT;
  const place = await openAccountPlace();
  if (!place) throw lockedError();
  return { store: LOCAL_VAULT.store, keys: place.vault.keys };
}

async function readRecord(vault: Vault, id: string): Promise<SealedDraft | undefined> {
  const opened = await getObject(vault, await vaultObject(`${DRAFTS}${id}`));
  return opened && JSON.parse(new TextDecoder().decode(opened.data));
}

async function readPieces(vault: Vault, names: readonly string[]): Promise<Bytes[]> {
  const pieces: Bytes[] = [];
  for (const name of names) {
    const opened = await getObject(vault, await vaultObject(name));
    if (!opened) throw cannotOpen();
    pieces.push(opened.data);
  }
  return pieces;
}

async function deletePieces(id: string, kept: ReadonlySet<string>): Promise<void> {
  const names = await LOCAL_VAULT.store.list(piecesOf(id));
  for (const name of names) if (!kept.has(name)) await LOCAL_VAULT.store.delete(name);
}

/** The ids of drafts are longer than those of sealed objects. */
async function vaultObject(name: string): Promise<VaultObject> {
  const id = (await sha256(utf8(name))).slice(0, OBJECT_ID_BYTES) as ObjectId;
  return { name, role: 'vault-item', id };
}
