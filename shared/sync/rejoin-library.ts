import { actOnItems, readChanges, readVersions } from '../api/client/library/read-library.ts';
import type { ItemChange } from '../api/contract/library.ts';
import { BATCH_MAX_ITEMS } from '../api/library-limits.ts';
import { type Bytes, equalBytes } from '../crypto/bytes.ts';
import type { Manifest } from '../crypto/manifest.ts';
import { KEY_ITEM_ID } from './library-key.ts';
import type { ManifestAccess } from './library-manifest.ts';
import { digestBlob, type Line, type Mirror } from './mirror.ts';
import { putKeyAgain, type UserKey } from './open-library.ts';
import { batchBySize, openChange, type Reading, readBodies } from './read-bodies.ts';

export interface Rejoining extends Reading, UserKey {
  readonly mirror: Mirror;
  readonly manifest: ManifestAccess;
  /** Called with how many items were compared by now. */
  readonly onPulled: (count: number) => void;
}

/**
 * Brings together what is here and what a restored server has. Nothing here goes: what the server lacks, or has in a
 * state that was here before, is noted as changed, and so is pushed again; a state that was never here clashes.
 * Begins anew where it breaks off.
 * @returns names of what came here by it
 * @throws {AccountError} why the state of the account is still refused
 */
export async function rejoinLibrary(rejoining: Rejoining): Promise<readonly string[]> {
  const { mirror, manifest, onPulled } = rejoining;
  await manifest.read();
  const { changes, sequence } = await readAll(rejoining);
  const alive = changes.filter(({ deleted }) => !deleted);
  const lines = new Map((await mirror.lines()).map((line) => [line.name, line]));
  const came: string[] = [];
  const bodiless = new Set<string>();
  for (const batch of batchBySize(alive.filter(({ id }) => id !== KEY_ITEM_ID))) {
    const bodies = await readBodies(rejoining, batch);
    for (const change of batch) {
      const body = bodies.get(change.id);
      if (!body) bodiless.add(change.id);
      else came.push(...(await meet(rejoining, lines, change, body)));
    }
    onPulled(batch.length);
  }
  const there = new Map(
    alive.flatMap(({ id, version }) => (bodiless.has(id) ? [] : [[id, version]])),
  );
  const versions = new Map(changes.map(({ id, version }) => [id, version]));
  if (!there.has(KEY_ITEM_ID)) await putKeyAgain(rejoining, versions.get(KEY_ITEM_ID) ?? 0);
  const here = await keepWhatIsLacking(mirror, there, versions);
  await manifest.update((before) => nameWhatIsThere(before, there));
  const lost = alive.filter(({ id }) => bodiless.has(id) && !here.has(id));
  await deleteLost(rejoining, lost);
  await mirror.change({
    sequence,
    isComplete: true,
    isRejoining: false,
    unlisted: (await mirror.lines()).map(({ name }) => name),
  });
  return came;
}

/** The whole list of the server, one line an item. */
async function readAll({ transport }: Reading): Promise<{
  readonly changes: readonly ItemChange[];
  readonly sequence: number;
}> {
  const changes = new Map<string, ItemChange>();
  for (let since = 0; ; ) {
    const page = await readChanges(transport, since);
    for (const change of page.changes) changes.set(change.id, change);
    since = page.sequence;
    if (!page.more) return { changes: [...changes.values()], sequence: since };
  }
}

/** @returns its name, where it is other here than before */
async function meet(
  rejoining: Rejoining,
  lines: ReadonlyMap<string, Line>,
  change: ItemChange,
  body: Bytes,
): Promise<readonly string[]> {
  const { mirror } = rejoining;
  const { line, blob: theirs } = await openChange(rejoining, change, body);
  const { name } = line;
  const [ours, mark, digest] = await Promise.all([
    mirror.library.get(name),
    mirror.changeOf(name),
    digestBlob(theirs),
  ]);
  const known = lines.get(name);
  if (ours && equalBytes(ours, theirs)) {
    await mirror.setLine(line, digest);
    if (mark) await mirror.forgetChange(name, mark);
    return [];
  }
  if (known?.seen?.includes(digest)) {
    // An earlier state: what is here, or that it was deleted here, goes out as the version after it.
    await mirror.setLine(line);
    if (!mark) await mirror.noteChange(name);
    return [];
  }
  const isPlainUpdate = !mark && (!ours || (await comesAfter(rejoining, known, ours)));
  if (isPlainUpdate && (await mirror.takeIn(line, theirs))) return [name];
  if (!mark) await mirror.noteChange(name);
  const clash = { ...line, deleted: false };
  await mirror.setClash(clash, theirs);
  if (ours) return [];
  // Deleted here, changed elsewhere: what somebody worked on stays.
  await mirror.takeTheirs(clash);
  return [name];
}

/** Whether the server still has what is here as an earlier version: then its present one was made from that. */
async function comesAfter(
  rejoining: Rejoining,
  known: Line | undefined,
  ours: Bytes,
): Promise<boolean> {
  if (!known) return false;
  const { transport } = rejoining;
  const { versions } = await readVersions(transport, known.id);
  const kept = versions.find(({ version }) => version === known.version);
  if (!kept) return false;
  const [body] = [...(await readBodies(rejoining, [{ id: known.id, ...kept }])).values()];
  if (!body) return false;
  const { blob } = await openChange(rejoining, { id: known.id, ...kept }, body);
  return equalBytes(blob, ours);
}

/** @returns ids of what is here and will be pushed, since the server has it no more */
async function keepWhatIsLacking(
  mirror: Mirror,
  there: ReadonlyMap<string, number>,
  versions: ReadonlyMap<string, number>,
): Promise<ReadonlySet<string>> {
  const names = new Set(await mirror.library.list(''));
  const here = new Set<string>();
  for (const line of await mirror.lines()) {
    if (there.has(line.id) || line.id === KEY_ITEM_ID) continue;
    const version = versions.get(line.id);
    if (version === undefined || !names.has(line.name)) await mirror.deleteLine(line.name);
    else await mirror.setLine({ ...line, version });
    if (!names.has(line.name)) continue;
    await mirror.noteChange(line.name);
    here.add(line.id);
  }
  return here;
}

/** A manifest that asks the server for no more than it has. */
function nameWhatIsThere(manifest: Manifest, there: ReadonlyMap<string, number>): Manifest {
  const items = [...manifest.items].flatMap(([id, version]): [string, number][] => {
    const served = there.get(id);
    return served === undefined ? [] : [[id, Math.min(version, served)]];
  });
  return { ...manifest, items: new Map(items) };
}

/** What the index of the server names, and neither it nor this device has. */
async function deleteLost({ transport }: Reading, lost: readonly ItemChange[]): Promise<void> {
  for (let at = 0; at < lost.length; at += BATCH_MAX_ITEMS) {
    const batch = lost.slice(at, at + BATCH_MAX_ITEMS);
    const named = batch.map(({ id, version }) => ({ id, version }));
    await actOnItems(transport, 'delete', named);
  }
}
