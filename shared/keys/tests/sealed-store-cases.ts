import { type Bytes, equalBytes, randomBytes, utf8 } from '../../crypto/bytes.ts';
import { type SealedStore, SealedStoreError } from '../sealed-store.ts';

/** One thing that every store must keep to. `run` begins with an empty store and throws where it does not. */
export interface SealedStoreCase {
  readonly title: string;
  readonly run: (store: SealedStore) => Promise<void>;
}

const MEBIBYTE = 1024 * 1024;

/** The contract of `SealedStore`, to be run against any adapter, in any runtime. */
export const SEALED_STORE_CASES: readonly SealedStoreCase[] = [
  {
    title: 'gives back what was put, byte by byte',
    run: async (store) => {
      const all = Uint8Array.from({ length: 256 }, (_, value) => value);
      await store.put('a', all);
      expectBytes(await store.get('a'), all);
    },
  },
  {
    title: 'has nothing under a name that was never put',
    run: async (store) => {
      expectSame(await store.get('nothing'), undefined);
      await store.delete('nothing');
    },
  },
  {
    title: 'puts in place of what was there',
    run: async (store) => {
      await store.put('a', utf8('the first one, longer'));
      await store.put('a', utf8('second'));
      expectBytes(await store.get('a'), utf8('second'));
      expectSame(await store.list(''), ['a']);
    },
  },
  {
    title: 'keeps an empty blob and one of 5 MiB',
    run: async (store) => {
      const large = new Uint8Array(5 * MEBIBYTE);
      for (let at = 0; at < large.length; at += 65_536) large.set(randomBytes(65_536), at);
      await store.put('empty', new Uint8Array(0));
      await store.put('large', large);
      expectBytes(await store.get('empty'), new Uint8Array(0));
      expectBytes(await store.get('large'), large);
    },
  },
  {
    title: 'keeps its own copy',
    run: async (store) => {
      const bytes = utf8('mine');
      await store.put('a', bytes);
      bytes.fill(0);
      const first = await store.get('a');
      expectBytes(first, utf8('mine'));
      first?.fill(0);
      expectBytes(await store.get('a'), utf8('mine'));
    },
  },
  {
    title: 'takes a view into a larger buffer for what it shows',
    run: async (store) => {
      await store.put('a', utf8('before the middle after').subarray(7, 17));
      expectBytes(await store.get('a'), utf8('the middle'));
    },
  },
  {
    title: 'lists by prefix, sorted, and nothing beside it',
    run: async (store) => {
      for (const name of ['b/2', 'a/1', 'b/10', 'b', 'c/1', 'B/1', 'b_', 'b-']) {
        await store.put(name, utf8(name));
      }
      expectSame(await store.list('b/'), ['b/10', 'b/2']);
      expectSame(await store.list('b'), ['b', 'b-', 'b/10', 'b/2', 'b_']);
      expectSame(await store.list('d'), []);
      expectSame((await store.list('')).length, 8);
    },
  },
  {
    title: 'deletes one and leaves the rest',
    run: async (store) => {
      await store.put('a', utf8('a'));
      await store.put('a/b', utf8('b'));
      await store.delete('a');
      expectSame(await store.get('a'), undefined);
      expectSame(await store.list(''), ['a/b']);
    },
  },
  {
    title: 'is never torn by calls at the same time',
    run: async (store) => {
      const blobs = Array.from({ length: 20 }, (_, n) => new Uint8Array(100_000).fill(n));
      await Promise.all(blobs.map((blob) => store.put('same', blob)));
      const kept = await store.get('same');
      expectBytes(kept, new Uint8Array(100_000).fill(kept?.[0] ?? -1));
    },
  },
  {
    title: 'refuses names that another store could not keep',
    run: async (store) => {
      for (const name of ['', 'a b', '../a.txt', 'ä', 'a'.repeat(201)]) {
        const error = await store.put(name, utf8('x')).then(
          () => undefined,
          (reason: unknown) => reason,
        );
        expectSame(error instanceof SealedStoreError && error.code, 'invalid-name');
      }
    },
  },
];

function expectBytes(actual: Bytes | undefined, expected: Bytes): void {
  if (!actual || !equalBytes(actual, expected)) {
    throw new Error(`other bytes: ${actual?.length} instead of ${expected.length}`);
  }
}

function expectSame(actual: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`${is} instead of ${should}`);
}
