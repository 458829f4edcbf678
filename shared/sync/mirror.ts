import { encodeBase64url } from '../crypto/base64url.ts';
import type { Bytes } from '../crypto/bytes.ts';
import { randomBytes, utf8 } from '../crypto/bytes.ts';
import { sha256 } from '../crypto/hash.ts';
import type { SealedStore } from '../keys/sealed-store.ts';
import { MIRROR_STATE, type MirrorState, readJson, readMirrorState } from './mirror-state.ts';

/*
 * What a device keeps of a library: the blobs, which of them it changed and the server does not have yet, and how far
 * it has read the server's changes. All of it lies in a store of blobs, so that a change is noted before it is made and
 * forgotten after the server has it, whatever crashes in between.
 */

/** What the server is known to have under a name. */
export interface Line {
  readonly name: string;
  /** base64url. */
  readonly id: string;
  readonly version: number;
  /**
   * What the server had under the name, one after the other and the present one last, as far as this device knows: so it
   * tells an earlier state from one of another history. As `digestBlob` gives it.
   */
  readonly seen?: readonly string[];
}

/** As many as the server keeps, at least. */
const SEEN_MAX = 24;
const DIGEST_BYTES = 16;

/** Names a blob, base64url. */
export async function digestBlob(blob: Bytes): Promise<string> {
  return encodeBase64url((await sha256(blob)).slice(0, DIGEST_BYTES));
}

/** A version of another device, of something that was changed here too. */
export interface Clash extends Line {
  /** Whether there is a blob: without, the other device deleted it. */
  readonly deleted: boolean;
}

const BLOBS = 'blob/';
const LINES = 'line/';
const CHANGED = 'changed/';
const CLASHES = 'clash/';
const THEIRS = 'theirs/';

/** Runs `act` while nobody else, in any page, runs one under the same name. */
export type Exclusively = <T>(name: string, act: () => Promise<T>) => Promise<T>;

export class Mirror {
  readonly #store: SealedStore;
  readonly #exclusively: Exclusively;
  /** Called after something was changed here. */
  onChange: () => void = () => {};

  constructor(store: SealedStore, exclusively: Exclusively) {
    this.#store = store;
    this.#exclusively = exclusively;
  }

  /** The library as this device has it; what is changed in it goes to the server later. */
  readonly library: SealedStore = {
    put: async (name, blob) => {
      await this.#alone(name, async () => {
        await this.#store.put(CHANGED + name, randomBytes(16));
        await this.#store.put(BLOBS + name, blob);
      });
      this.onChange();
    },
    get: (name) => this.#store.get(BLOBS + name),
    list: (prefix) => this.#list(BLOBS, prefix),
    delete: async (name) => {
      await this.#alone(name, async () => {
        await this.#store.put(CHANGED + name, randomBytes(16));
        await this.#store.delete(BLOBS + name);
      });
      this.onChange();
    },
  };

  /** Versions of other devices that clash with what was changed here. */
  readonly theirs: Pick<SealedStore, 'get' | 'list'> = {
    get: (name) => this.#store.get(THEIRS + name),
    list: (prefix) => this.#list(THEIRS, prefix),
  };

  state(): Promise<MirrorState> {
    return readMirrorState(this.#store);
  }
  async change(change: Partial<MirrorState>): Promise<void> {
    await this.#write(MIRROR_STATE, { ...(await this.state()), ...change });
  }

  async lines(): Promise<readonly Line[]> {
    const names = await this.#store.list(LINES);
    const lines = await Promise.all(names.map((name) => this.#read<Line>(name)));
    return lines.filter((line) => line !== undefined);
  }
  /** `digest`, where it is given, is of what the server has now. */
  async setLine({ name, id, version }: Line, digest?: string): Promise<void> {
    const seen = (await this.#read<Line>(LINES + name))?.seen ?? [];
    const all = digest === undefined ? seen : [...seen.filter((it) => it !== digest), digest];
    await this.#write(LINES + name, { name, id, version, seen: all.slice(-SEEN_MAX) });
  }
  deleteLine(name: string): Promise<void> {
    return this.#store.delete(LINES + name);
  }

  /**
   * Takes in what the server has under a name: undefined where it was deleted. Where the name was changed here too,
   * nothing is taken in.
   * @returns whether it was
   */
  takeIn(line: Line, blob: Bytes | undefined): Promise<boolean> {
    const { name } = line;
    return this.#alone(name, async () => {
      if (await this.changeOf(name)) return false;
      await this.#putServed(line, blob);
      return true;
    });
  }

  /** Names of all that was changed here, sorted. */
  changed(): Promise<readonly string[]> {
    return this.#list(CHANGED, '');
  }
  /** Which change of `name` is the last one; undefined where the server has it. */
  changeOf(name: string): Promise<Bytes | undefined> {
    return this.#store.get(CHANGED + name);
  }
  /** Brings what is here under a name to the server as if it was changed. */
  noteChange(name: string): Promise<void> {
    return this.#alone(name, () => this.#store.put(CHANGED + name, randomBytes(16)));
  }
  /** The server has the change `mark`: a later one stays noted. */
  forgetChange(name: string, mark: Bytes): Promise<void> {
    return this.#alone(name, async () => {
      const now = await this.changeOf(name);
      if (now?.join() === mark.join()) await this.#store.delete(CHANGED + name);
    });
  }

  async clashes(): Promise<readonly Clash[]> {
    const names = await this.#store.list(CLASHES);
    const clashes = await Promise.all(names.map((name) => this.#read<Clash>(name)));
    return clashes.filter((clash) => clash !== undefined);
  }
  async setClash(clash: Clash, theirs: Bytes | undefined): Promise<void> {
    if (theirs) await this.#store.put(THEIRS + clash.name, theirs);
    await this.#write(CLASHES + clash.name, clash);
  }

  /** What the other device made of it is right: what was changed here is given up. */
  takeTheirs({ name, id, version, deleted }: Clash): Promise<void> {
    return this.#alone(name, async () => {
      const blob = deleted ? undefined : await this.#store.get(THEIRS + name);
      await this.#putServed({ name, id, version }, blob);
      await this.#store.delete(CHANGED + name);
      await this.#forgetClash(name);
    });
  }

  /** What was changed here is right: it becomes a version after the other one. */
  async keepOurs({ name, id, version }: Clash): Promise<void> {
    const theirs = await this.#store.get(THEIRS + name);
    await this.setLine({ name, id, version }, theirs && (await digestBlob(theirs)));
    await this.#forgetClash(name);
  }

  /** With the next synchronisation all that the server has is looked at anew, and nothing here goes for what it lacks. */
  rejoin(): Promise<void> {
    return this.change({ isRejoining: true });
  }

  /** Forgets all of it, what the server does not have included. */
  async clear(): Promise<void> {
    for (const name of await this.#store.list('')) await this.#store.delete(name);
  }

  async #putServed(line: Line, blob: Bytes | undefined): Promise<void> {
    if (blob) {
      await this.#store.put(BLOBS + line.name, blob);
      await this.setLine(line, await digestBlob(blob));
    } else {
      await this.#store.delete(BLOBS + line.name);
      await this.deleteLine(line.name);
    }
  }
  #alone<T>(name: string, act: () => Promise<T>): Promise<T> {
    return this.#exclusively(`mirror ${name}`, act);
  }
  async #forgetClash(name: string): Promise<void> {
    await this.#store.delete(CLASHES + name);
    await this.#store.delete(THEIRS + name);
  }
  async #list(folder: string, prefix: string): Promise<readonly string[]> {
    const names = await this.#store.list(folder + prefix);
    return names.map((name) => name.slice(folder.length));
  }
  #read<T>(name: string): Promise<T | undefined> {
    return readJson<T>(this.#store, name);
  }
  #write(name: string, value: unknown): Promise<void> {
    return this.#store.put(name, utf8(JSON.stringify(value)));
  }
}
