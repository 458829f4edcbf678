import { AccountError } from '../account/account-error.ts';
import { readChanges } from '../api/client/library/read-library.ts';
import type { LibraryTransport } from '../api/client/library/transport.ts';
import type { ItemChange } from '../api/contract/library.ts';
import type { SymmetricKey } from '../crypto/brand.ts';
import { type Bytes, equalBytes } from '../crypto/bytes.ts';
import { KEY_ITEM_ID } from './library-key.ts';
import type { ManifestAccess } from './library-manifest.ts';
import type { Line, Mirror } from './mirror.ts';
import { batchBySize, openChange, readBodies } from './read-bodies.ts';

export interface Pulling {
  readonly transport: LibraryTransport;
  readonly userKey: SymmetricKey;
  readonly mirror: Mirror;
  /** What the server is known to have, by item id; kept up to date. */
  readonly lines: Map<string, Line>;
  readonly manifest: ManifestAccess;
  /** Whether this device needs a name that another one deleted: then it comes back. */
  readonly isNeeded?: ((name: string) => Promise<boolean>) | undefined;
  /** Called with how many changes are here by now. */
  readonly onPulled: (count: number) => void;
}

/**
 * Reads all changes of the server that are not here yet. What is here is noted after each request: a reading that
 * breaks off goes on where it stopped.
 * @returns names of what changed here by it
 */
export async function pullChanges(pulling: Pulling): Promise<readonly string[]> {
  const { transport, mirror } = pulling;
  const changed: string[] = [];
  let since = (await mirror.state()).sequence;
  let all: Set<string> | undefined = since === 0 ? new Set() : undefined;
  let isChecked = false;
  for (;;) {
    const page = await readChanges(transport, since);
    // The server forgot deletions, or went back to an earlier state: all of it is looked at anew.
    if (!all && (page.forgotten > since || page.sequence < since)) {
      all = new Set();
      since = 0;
      continue;
    }
    if (!isChecked && page.changes.some((change) => isNew(pulling, change))) {
      // A server that shows another history is refused before anything of it takes the place of what is here.
      await pulling.manifest.read();
      isChecked = true;
    }
    const deleted: Deleted[] = [];
    for (const batch of batchBySize(page.changes)) {
      changed.push(...(await takeBatch(pulling, batch, deleted)));
      const last = batch.at(-1);
      if (last && deleted.length === 0) await mirror.change({ sequence: last.sequence });
    }
    // Only now: what names it may have come with the same page, or be gone by it.
    for (const it of deleted) changed.push(...(await takeDeletion(pulling, it)));
    for (const { id, deleted } of page.changes) if (!deleted) all?.add(id);
    since = page.sequence;
    await mirror.change({ sequence: since });
    if (!page.more) break;
  }
  if (all) changed.push(...(await dropUnlisted(pulling, all)));
  await mirror.change({ isComplete: true });
  return changed;
}

function isNew({ lines }: Pulling, { id, version, deleted }: ItemChange): boolean {
  const line = lines.get(id);
  return deleted ? line !== undefined : line?.version !== version;
}

async function takeBatch(
  pulling: Pulling,
  batch: readonly ItemChange[],
  deleted: Deleted[],
): Promise<readonly string[]> {
  const { lines, mirror, onPulled } = pulling;
  const wanted: ItemChange[] = [];
  const changed: string[] = [];
  await refuseListed(
    pulling,
    batch.flatMap(({ id, deleted }) => (deleted && lines.has(id) ? [id] : [])),
  );
  for (const change of batch) {
    const line = lines.get(change.id);
    if (line && change.version < line.version) {
      throw new AccountError('item-older', { ids: [change.id] });
    }
    if (change.id === KEY_ITEM_ID) {
      const keyLine = { name: '', id: change.id, version: change.version };
      await mirror.setLine(keyLine);
      lines.set(change.id, keyLine);
    } else if (change.deleted) {
      if (line) deleted.push({ line, version: change.version });
      lines.delete(change.id);
    } else if (change.version !== line?.version) wanted.push(change);
  }
  const bodies = await readBodies(pulling, wanted);
  // Of what is not there any more, a later version is among the next changes.
  const there = wanted.filter(({ id }) => bodies.has(id));
  const opened = await Promise.all(
    there.map((change) => openChange(pulling, change, bodies.get(change.id) as Bytes)),
  );
  const taken = await Promise.all(opened.map(({ line, blob }) => mirror.takeIn(line, blob)));
  for (const [at, { line, blob }] of opened.entries()) {
    if (!taken[at]) await meet(mirror, line, blob);
    lines.set(line.id, line);
    changed.push(line.name);
  }
  onPulled(batch.length);
  return changed;
}

/** The name was changed here too. */
async function meet(mirror: Mirror, line: Line, theirs: Bytes): Promise<void> {
  const ours = await mirror.library.get(line.name);
  const clash = { ...line, deleted: false };
  if (ours && equalBytes(ours, theirs)) {
    // Pushed from here; only the answer was lost. The manifest may not say it yet.
    const { unlisted } = await mirror.state();
    await mirror.change({ unlisted: [...unlisted, line.name] });
    await mirror.keepOurs(clash);
  } else if (ours) await mirror.setClash(clash, theirs);
  else {
    // Deleted here, changed elsewhere: what somebody worked on stays.
    await mirror.setClash(clash, theirs);
    await mirror.takeTheirs(clash);
  }
}

/** What another device deleted, and in which version. */
interface Deleted {
  readonly line: Line;
  readonly version: number;
}

/** @returns its name */
async function takeDeletion(
  { mirror, isNeeded }: Pulling,
  { line, version }: Deleted,
): Promise<readonly string[]> {
  if (await isNeeded?.(line.name)) await mirror.noteChange(line.name);
  if (!(await mirror.takeIn({ ...line, version }, undefined))) {
    // Changed here, deleted elsewhere: it comes back as the version after the deletion.
    await mirror.keepOurs({ ...line, version, deleted: true });
  }
  return [line.name];
}

/** What the whole list does not name any more was deleted while the server still told of it. */
async function dropUnlisted(
  pulling: Pulling,
  all: ReadonlySet<string>,
): Promise<readonly string[]> {
  const gone = [...pulling.lines.values()].filter(({ id }) => !all.has(id));
  await refuseListed(
    pulling,
    gone.map(({ id }) => id),
  );
  for (const { id } of gone) pulling.lines.delete(id);
  const taken = gone.map((line) => takeDeletion(pulling, { line, version: line.version }));
  return (await Promise.all(taken)).flat();
}

/**
 * Whoever deletes something takes it out of the manifest first: what the manifest names was not deleted by its owner,
 * and what is here of it stays.
 * @throws {AccountError} `item-missing`
 */
async function refuseListed({ manifest }: Pulling, deleted: readonly string[]): Promise<void> {
  if (deleted.length === 0) return;
  const { items } = await manifest.read();
  const ids = deleted.filter((id) => items.has(id));
  if (ids.length > 0) throw new AccountError('item-missing', { ids });
}
