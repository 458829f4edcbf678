import { AccountError } from '../account/account-error.ts';
import { ApiError } from '../api/client/api-error.ts';
import { readLibrary } from '../api/client/library/read-library.ts';
import type { LibraryTransport } from '../api/client/library/transport.ts';
import { CryptoError } from '../crypto/error.ts';
import type { LibraryKeys } from './library-key.ts';
import { checkServed, type ManifestAccess } from './library-manifest.ts';
import type { Clash, Line, Mirror } from './mirror.ts';
import type { UserKey } from './open-library.ts';
import { pullChanges } from './pull-changes.ts';
import { pushChanges } from './push-changes.ts';
import { rejoinLibrary } from './rejoin-library.ts';

export interface SyncSetting extends UserKey {
  readonly transport: LibraryTransport;
  readonly keys: LibraryKeys;
  readonly mirror: Mirror;
  readonly manifest: ManifestAccess;
}

/** How far a synchronisation is. `total` of a first reading is what the server says it has. */
export interface SyncProgress {
  readonly phase: 'pull' | 'push';
  readonly done: number;
  readonly total: number;
}

export interface SyncOptions {
  readonly onProgress?: (progress: SyncProgress) => void;
  /**
   * Decides clashes, by `mirror.takeTheirs` or `keepOurs`; what it leaves is neither pushed nor overwritten.
   * Called before what was changed here is pushed.
   */
  readonly resolve?: (clashes: readonly Clash[]) => Promise<void>;
  /**
   * Whether this device needs what another one deleted, e.g. for something that names it: then it comes back. Asked once all
   * that came with the deletion is here.
   */
  readonly isNeeded?: (name: string) => Promise<boolean>;
}

export interface Synced {
  /** Names of what is other than before, by what other devices did. */
  readonly changed: readonly string[];
  /** What waits for a decision. */
  readonly clashes: readonly Clash[];
  /** For these the account has no room; they stay here. */
  readonly refused: readonly string[];
}

const ROUNDS = 5;

/**
 * Brings this device and the server to the same state: reads what other devices did, checks that the server left nothing
 * out, and brings it what was changed here. Only one at a time may run on a mirror. One that breaks off loses nothing.
 * @throws {AccountError} `item-missing`, `item-older`: the server withholds something, or went back; `key-rotated`:
 *   what was changed here waits for the account to be opened with its new key
 * @throws {CryptoError} `cannot-open`: the server changed something
 * @throws {ApiError | UnreachableError}
 */
export async function syncLibrary(
  setting: SyncSetting,
  options: SyncOptions = {},
): Promise<Synced> {
  try {
    return await runRounds(setting, options);
  } catch (error) {
    throw (await isKeyRotated(setting, error))
      ? new AccountError('key-rotated', { cause: error })
      : error;
  }
}

/** Whether it failed because the account's key is another one by now. */
async function isKeyRotated(
  { manifest, generation }: SyncSetting,
  error: unknown,
): Promise<boolean> {
  if (error instanceof ApiError) return error.code === 'user-key-renewed';
  if (!(error instanceof CryptoError)) return false;
  // What another device sealed since looks like something that the server changed.
  return (await manifest.read()).generation > generation;
}

async function runRounds(setting: SyncSetting, options: SyncOptions): Promise<Synced> {
  const { onProgress, resolve } = options;
  const { mirror } = setting;
  const changed = new Set<string>();
  let refused: readonly string[] = [];
  // What was not decided before a restored server was taken for right is decided before anything is compared with it.
  if ((await mirror.state()).isRejoining) await resolve?.(await mirror.clashes());
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of await pullAndCheck(setting, options)) changed.add(name);
    const clashes = await mirror.clashes();
    if (clashes.length > 0) await resolve?.(clashes);
    const pushed = await pushChanges({
      ...setting,
      onPushed: (done, total) => onProgress?.({ phase: 'push', done, total }),
    });
    refused = pushed.refused;
    if (!pushed.isBehind) break;
  }
  return { changed: [...changed], clashes: await mirror.clashes(), refused };
}

async function pullAndCheck(
  setting: SyncSetting,
  { onProgress, isNeeded }: SyncOptions,
): Promise<readonly string[]> {
  const { transport, userKey, mirror, manifest } = setting;
  const { isComplete, isRejoining } = await mirror.state();
  const lines = await readLines(mirror);
  const isFirst = !isComplete || isRejoining === true;
  const total = isFirst ? (await readLibrary(transport)).items : 0;
  const before = isRejoining ? 0 : lines.size;
  let done = 0;
  const onPulled = (count: number) => {
    done += count;
    if (isFirst) onProgress?.({ phase: 'pull', done: Math.min(before + done, total), total });
  };
  if (isRejoining) return rejoinLibrary({ ...setting, onPulled });
  const changed: string[] = [];
  const pulling = { transport, userKey, mirror, lines, manifest, isNeeded, onPulled };
  const pull = async () => {
    changed.push(...(await pullChanges(pulling)));
  };
  await pull().catch((error: unknown) => {
    // Two devices at once can look like a server that lies: it is looked at again, once.
    if (!(error instanceof AccountError)) throw error;
    return pull();
  });
  await checkServed(manifest, () => lines.values(), pull);
  return changed;
}

/** What the server is known to have, by item id. */
async function readLines(mirror: Mirror): Promise<Map<string, Line>> {
  const served = [...(await mirror.lines()), ...(await mirror.clashes())];
  return new Map(served.map((line) => [line.id, line]));
}
