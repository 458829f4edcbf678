import type { OwnedShare } from '../../shared/api/client/own-share.ts';
import { decodeBase64url, encodeBase64url } from '../../shared/crypto/base64url.ts';
import { OBJECT_ID_BYTES, type ObjectId, type OwnerToken } from '../../shared/crypto/brand.ts';
import { utf8 } from '../../shared/crypto/bytes.ts';
import { openDatabase } from '../storage/database.ts';
import { openFromProfile, sealToProfile } from '../storage/profile-key.ts';
import type { OwnerRecord } from './owner-record.ts';
import type { ExportedShare } from './share-file.ts';

const MAX_LABEL_CODE_POINTS = 200;

/** Keeps what is needed to look after `share`; its owner token lies sealed under the profile's key. */
export async function keepShare(
  share: OwnedShare,
  label: string,
  createdAt = Date.now(),
): Promise<void> {
  const id = encodeBase64url(share.id);
  const ownerToken = await sealToProfile(share.ownerToken, tokenContext(id, share.origin));
  const record = { id, origin: share.origin, label: trimLabel(label), createdAt, ownerToken };
  await (await openDatabase()).put('shares', record);
}

/** All shares made here or imported, newest first. */
export async function listShares(): Promise<readonly OwnerRecord[]> {
  const records = await (await openDatabase()).getAll('shares');
  return records.sort((a, b) => b.createdAt - a.createdAt);
}

export async function relabelShare(record: OwnerRecord, label: string): Promise<OwnerRecord> {
  const relabelled = { ...record, label: trimLabel(label) };
  await (await openDatabase()).put('shares', relabelled);
  return relabelled;
}

/** Forgets the share here; on its server it stays. */
export async function forgetShare(id: string): Promise<void> {
  await (await openDatabase()).delete('shares', id);
}

/** What the client needs to speak for the share. */
export async function openOwnerRecord(record: OwnerRecord): Promise<OwnedShare> {
  const context = tokenContext(record.id, record.origin);
  return {
    origin: record.origin,
    id: decodeBase64url(record.id, OBJECT_ID_BYTES) as ObjectId,
    ownerToken: (await openFromProfile(record.ownerToken, context)) as OwnerToken,
  };
}

/** Binds a sealed token to its share and server, so that it is never sent to another one. */
function tokenContext(id: string, origin: string): Uint8Array<ArrayBuffer> {
  return utf8(`owner token of ${id} at ${origin}`);
}

function trimLabel(label: string): string {
  return [...label.trim()].slice(0, MAX_LABEL_CODE_POINTS).join('');
}

/** All shares that this profile can open, their owner tokens in the clear: to be sealed into a file at once. */
export async function exportShares(): Promise<ExportedShare[]> {
  const shares: ExportedShare[] = [];
  for (const record of await listShares()) {
    const owned = await openOwnerRecord(record).catch(() => undefined);
    if (owned) shares.push({ ...owned, label: record.label, createdAt: record.createdAt });
  }
  return shares;
}

/** Adds those that are not here yet, and returns how many they were. */
export async function importShares(shares: readonly ExportedShare[]): Promise<number> {
  const known = new Set((await listShares()).map(({ id }) => id));
  const added = shares.filter(({ id }) => !known.has(encodeBase64url(id)));
  for (const share of added) await keepShare(share, share.label, share.createdAt);
  return added.length;
}
