import { AccountError } from '../account/account-error.ts';
import { ApiError } from '../api/client/api-error.ts';
import { pushItems, uploadItem } from '../api/client/library/push-items.ts';
import { actOnItems } from '../api/client/library/read-library.ts';
import type { LibraryTransport } from '../api/client/library/transport.ts';
import type { PushAnswer } from '../api/contract/library.ts';
import { BATCH_MAX_BYTES, BATCH_MAX_ITEMS } from '../api/library-limits.ts';
import type { Bytes } from '../crypto/bytes.ts';
import { listItems, type ManifestAccess } from './library-manifest.ts';
import type { Line, Mirror } from './mirror.ts';
import { type Outgoing, type Sealing, sealBatches } from './seal-batches.ts';

export interface Pushing extends Sealing {
  readonly transport: LibraryTransport;
  readonly generation: number;
  readonly manifest: ManifestAccess;
  readonly onPushed: (done: number, total: number) => void;
}

export interface Pushed {
  /** Something was changed elsewhere meanwhile: read the changes, and push again. */
  readonly isBehind: boolean;
  /** For these there is no room. They stay here, and are tried again. */
  readonly refused: readonly string[];
}

/** Brings all that was changed here to the server, but for what clashes. */
export async function pushChanges(pushing: Pushing): Promise<Pushed> {
  const { mirror } = pushing;
  const clashing = new Set((await mirror.clashes()).map(({ name }) => name));
  const names = (await mirror.changed()).filter((name) => !clashing.has(name));
  const lines = new Map((await mirror.lines()).map((line) => [line.name, line]));
  const there = new Set(await mirror.library.list(''));
  const kept = names.filter((name) => there.has(name));
  const pushed = await pushBatches(pushing, sealBatches(pushing, kept, lines), names.length);
  await listPushed(pushing);
  const deletions: Deletion[] = [];
  // What names parts (`record/…`) sorts behind them: it goes first, so that no device takes parts that go for needed.
  for (const name of names.filter((it) => !there.has(it)).reverse()) {
    const mark = await mirror.changeOf(name);
    if (mark) deletions.push({ name, mark, line: lines.get(name) });
  }
  const isBehind = await pushDeletions(pushing, deletions);
  return { ...pushed, isBehind: isBehind || pushed.isBehind };
}

async function pushBatches(
  pushing: Pushing,
  batches: ReturnType<typeof sealBatches>,
  total: number,
): Promise<Pushed> {
  const refused: string[] = [];
  let isBehind = false;
  let done = 0;
  let sealing = batches.next();
  for (;;) {
    const { value: batch } = await sealing;
    if (!batch) return { isBehind, refused };
    // While one is on its way, the next is sealed; where that fails, the turn that awaits it says so.
    sealing = batches.next();
    sealing.catch(() => {});
    const result = await pushBatch(pushing, batch);
    isBehind ||= result.isBehind;
    refused.push(...result.refused);
    done += batch.length;
    pushing.onPushed(done, total);
  }
}

/** Where all of them are too much together, those that fit go alone. */
async function pushBatch(pushing: Pushing, batch: readonly Outgoing[]): Promise<Pushed> {
  const [only] = batch;
  let answer: PushAnswer;
  try {
    const isLong = batch.length === 1 && only && only.body.length > BATCH_MAX_BYTES;
    answer = isLong
      ? await uploadItem(pushing.transport, pushing.generation, only)
      : await pushItems(pushing.transport, pushing.generation, batch);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'quota-exceeded') throw error;
    if (batch.length === 1 && only) return { isBehind: false, refused: [only.name] };
    const half = Math.ceil(batch.length / 2);
    const first = await pushBatch(pushing, batch.slice(0, half));
    const second = await pushBatch(pushing, batch.slice(half));
    return {
      isBehind: first.isBehind || second.isBehind,
      refused: [...first.refused, ...second.refused],
    };
  }
  const isBehind = await takeAnswer(pushing.mirror, batch, answer);
  return { isBehind, refused: [] };
}

async function takeAnswer(
  mirror: Mirror,
  batch: readonly Outgoing[],
  answer: PushAnswer,
): Promise<boolean> {
  const kept = batch.filter((_, at) => answer.items[at]?.kept === true);
  // First of all: what the server has and no manifest names would not be missed.
  const { unlisted } = await mirror.state();
  await mirror.change({ unlisted: [...unlisted, ...kept.map(({ name }) => name)] });
  await Promise.all(
    kept.map(async ({ name, id, base, mark, digest }) => {
      await mirror.setLine({ name, id, version: base + 1 }, digest);
      await mirror.forgetChange(name, mark);
    }),
  );
  for (const [at, { name, id, base }] of batch.entries()) {
    const { version } = answer.items[at] ?? {};
    // The server knows nothing of it: deleted so long ago that it forgot.
    if (version === 0) await mirror.deleteLine(name);
    else if (version !== undefined && version < base) {
      throw new AccountError('item-older', { ids: [id] });
    }
  }
  return kept.length < batch.length;
}

/** Says in the manifest what the server has now. */
async function listPushed({ mirror, manifest }: Pushing): Promise<void> {
  const { unlisted } = await mirror.state();
  if (unlisted.length === 0) return;
  const names = new Set(unlisted);
  const lines = (await mirror.lines()).filter(({ name }) => names.has(name));
  await listItems(manifest, new Map(lines.map(({ id, version }) => [id, version])));
  await mirror.change({ unlisted: [] });
}

interface Deletion {
  readonly name: string;
  readonly mark: Bytes;
  /** Undefined: the server never had it. */
  readonly line: Line | undefined;
}

/** @returns whether something was changed elsewhere */
async function pushDeletions(
  { transport, mirror, manifest }: Pushing,
  deletions: readonly Deletion[],
): Promise<boolean> {
  for (const { name, mark, line } of deletions) if (!line) await mirror.forgetChange(name, mark);
  const known = deletions.flatMap(({ line, ...rest }) => (line ? [{ ...rest, line }] : []));
  if (known.length === 0) return false;
  // Out of the manifest first: what it names, a server that deletes it is caught at.
  await listItems(manifest, new Map(known.map(({ line }) => [line.id, undefined])));
  let isBehind = false;
  for (let at = 0; at < known.length; at += BATCH_MAX_ITEMS) {
    const batch = known.slice(at, at + BATCH_MAX_ITEMS);
    const named = batch.map(({ line: { id, version } }) => ({ id, version }));
    const { items } = await actOnItems(transport, 'delete', named);
    for (const [i, { name, mark }] of batch.entries()) {
      if (items[i]?.done !== true && items[i]?.version !== 0) isBehind = true;
      else {
        await mirror.deleteLine(name);
        await mirror.forgetChange(name, mark);
      }
    }
  }
  return isBehind;
}
