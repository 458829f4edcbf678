import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { ApiError, UnreachableError } from '../../shared/api/client/api-error.ts';
import type { LibraryTransport } from '../../shared/api/client/library/transport.ts';
import type { ChangesAnswer } from '../../shared/api/contract/library.ts';
import { equalBytes, randomBytes, utf8 } from '../../shared/crypto/bytes.ts';
import { cloudStore } from '../../shared/keys/cloud-store.ts';
import { SEALED_STORE_CASES } from '../../shared/keys/tests/sealed-store-cases.ts';
import { syncLibrary } from '../../shared/sync/sync-library.ts';
import {
  type LibraryAccount,
  type LibraryDevice,
  makeDevice,
  makeLibraryAccount,
} from './support/library-device.ts';

const text = async ({ mirror }: LibraryDevice, name: string) => {
  const blob = await mirror.library.get(name);
  return blob && new TextDecoder().decode(blob);
};

test.each(SEALED_STORE_CASES)('a store in the cloud $title', async ({ run }) => {
  await run(cloudStore(await makeDevice(await makeLibraryAccount())));
});

test('what one device changes is on the other, deletions too; the server reads none of it', async () => {
  const account = await makeLibraryAccount();
  const [one, two] = [await makeDevice(account), await makeDevice(account)];
  await one.mirror.library.put('secret-name/a', utf8('a plain word'));
  await one.mirror.library.put('b', utf8('b'));
  await one.sync();
  expect((await two.sync()).changed).toEqual(expect.arrayContaining(['secret-name/a', 'b']));
  expect(await text(two, 'secret-name/a')).toBe('a plain word');
  await two.mirror.library.put('secret-name/a', utf8('another word'));
  await two.mirror.library.delete('b');
  await two.sync();
  await one.sync();
  expect(await text(one, 'secret-name/a')).toBe('another word');
  expect(await one.mirror.library.list('')).toEqual(['secret-name/a']);
  expect([...(await account.manifest.read()).items.values()].sort()).toEqual([1, 2]);

  const { objects } = await env.LIBRARY.list({ prefix: `${account.accountId}/` });
  const tables = ['library_items', 'library_versions', 'library_vaults', 'manifests'];
  const rows = await Promise.all(tables.map((it) => env.DB.prepare(`select * from ${it}`).all()));
  let all = JSON.stringify(rows.map(({ results }) => results));
  for (const { key } of objects) {
    const bytes = await (await env.LIBRARY.get(key))?.arrayBuffer();
    all += key + new TextDecoder('latin1').decode(bytes);
  }
  for (const word of ['secret-name', 'plain word', 'another word']) expect(all).not.toContain(word);
});

test('of two that changed the same, both states stay until somebody decides', async () => {
  const account = await makeLibraryAccount();
  const [one, two] = [await makeDevice(account), await makeDevice(account)];
  await one.mirror.library.put('a', utf8('first'));
  await one.sync();
  await two.sync();
  await one.mirror.library.put('a', utf8('of one'));
  await two.mirror.library.put('a', utf8('of two'));
  await two.mirror.library.put('b', utf8('goes on'));
  await one.sync();
  const { clashes } = await two.sync();
  expect(clashes).toMatchObject([{ name: 'a', version: 2, deleted: false }]);
  expect(await text(two, 'a')).toBe('of two');
  expect(new TextDecoder().decode(await two.mirror.theirs.get('a'))).toBe('of one');
  // Undecided: it stays so, and the rest goes on.
  expect((await two.sync()).clashes).toHaveLength(1);
  await one.sync();
  expect([await text(one, 'a'), await text(one, 'b')]).toEqual(['of one', 'goes on']);

  for (const clash of await two.mirror.clashes()) await two.mirror.keepOurs(clash);
  expect((await two.sync()).clashes).toEqual([]);
  await one.sync();
  expect(await text(one, 'a')).toBe('of two');

  await one.mirror.library.put('a', utf8('one again'));
  await two.mirror.library.put('a', utf8('two again'));
  await one.sync();
  const takeTheirs = async () => {
    for (const clash of await two.mirror.clashes()) await two.mirror.takeTheirs(clash);
  };
  expect((await two.sync({ resolve: takeTheirs })).clashes).toEqual([]);
  expect(await text(two, 'a')).toBe('one again');
});

test('what one deletes and the other changes stays', async () => {
  const account = await makeLibraryAccount();
  const [one, two] = [await makeDevice(account), await makeDevice(account)];
  for (const name of ['a', 'b']) await one.mirror.library.put(name, utf8('first'));
  await one.sync();
  await two.sync();
  await one.mirror.library.delete('a');
  await one.mirror.library.put('b', utf8('worked on'));
  await one.sync();
  await two.mirror.library.put('a', utf8('worked on'));
  await two.mirror.library.delete('b');
  await two.sync();
  await one.sync();
  for (const device of [one, two]) {
    expect([await text(device, 'a'), await text(device, 'b')]).toEqual(['worked on', 'worked on']);
  }
});

test('what was deleted elsewhere and is needed here comes back, before it is gone from here', async () => {
  const account = await makeLibraryAccount();
  const [one, two] = [await makeDevice(account), await makeDevice(account)];
  for (const name of ['part/a', 'part/b']) await one.mirror.library.put(name, utf8(name));
  await one.sync();
  await two.sync();
  for (const name of ['part/a', 'part/b']) await one.mirror.library.delete(name);
  await one.sync();
  await two.sync({ isNeeded: async (name) => name === 'part/a' });
  expect(await two.mirror.library.list('')).toEqual(['part/a']);
  await one.sync();
  expect(await text(one, 'part/a')).toBe('part/a');
  expect(await one.mirror.library.list('')).toEqual(['part/a']);
});

/** A record's text is the name of its part. */
const namedBy =
  ({ mirror }: LibraryDevice) =>
  async (name: string) => {
    const names = (await mirror.library.list('record/')).map((it) => mirror.library.get(it));
    const texts = (await Promise.all(names)).map((blob) => new TextDecoder().decode(blob));
    return texts.includes(name);
  };

test.each(['push', 'delete'])(
  'a part is swept in the moment in which its record is pushed: it comes back (before the %s)',
  async (last) => {
    const account = await makeLibraryAccount();
    let meanwhile: (() => Promise<unknown>) | undefined;
    const interrupted: LibraryTransport = {
      ...account.transport,
      async request(path, options) {
        const act = path.endsWith(last) ? meanwhile : undefined;
        if (act) meanwhile = undefined;
        await act?.();
        return account.transport.request(path, options);
      },
    };
    const one = await makeDevice({ ...account, transport: interrupted });
    const two = await makeDevice({ ...account, transport: interrupted });
    const sync = (device: LibraryDevice) => device.sync({ isNeeded: namedBy(device) });
    await two.mirror.library.put('part/a', utf8('part'));
    await sync(two);
    await sync(one);
    await two.mirror.library.put('record/a', utf8('part/a'));
    await one.mirror.library.delete('part/a');
    // Both have read all changes; what the one does comes between that and what the other does.
    const [first, second] = last === 'push' ? [two, one] : [one, two];
    meanwhile = () => sync(second);
    await sync(first);
    expect(meanwhile).toBe(undefined);
    await sync(two);
    await sync(one);
    for (const device of [one, two]) expect(await text(device, 'part/a')).toBe('part');
  },
);

test('what is deleted whole does not come back in parts', async () => {
  const account = await makeLibraryAccount();
  const [one, two] = [await makeDevice(account), await makeDevice(account)];
  await one.mirror.library.put('part/a', utf8('part'));
  await one.mirror.library.put('part/b', utf8('part'));
  await one.mirror.library.put('record/a', utf8('part/a'));
  await one.mirror.library.put('record/b', utf8('part/b'));
  await one.sync();
  await two.sync();
  // One diagram goes; of the other a new state comes that has no part.
  await one.mirror.library.delete('part/a');
  await one.mirror.library.delete('record/a');
  await one.mirror.library.put('record/b', utf8('nothing'));
  await one.mirror.library.delete('part/b');
  await one.sync();
  await two.sync({ isNeeded: namedBy(two) });
  expect(await two.mirror.library.list('')).toEqual(['record/b']);
  expect(await two.mirror.changed()).toEqual([]);
});

test('offline all goes on; a push whose answer is lost, and one that breaks off, lose and double nothing', async () => {
  const account = await makeLibraryAccount();
  let failing: 'none' | 'before' | 'after' = 'before';
  const transport: LibraryTransport = {
    ...account.transport,
    async request(path, options) {
      const isPush = path.endsWith('/push');
      if (failing === 'before') throw new UnreachableError('offline');
      const answer = await account.transport.request(path, options);
      if (failing === 'after' && isPush) throw new UnreachableError('lost');
      return answer;
    },
  };
  const device = await makeDevice(account);
  const run = () => syncLibrary({ ...device, transport: { ...transport } });
  await device.mirror.library.put('a', utf8('offline'));
  // Not to wait for the retries of what can be asked again.
  await expect(syncLibrary({ ...device, transport: failAtOnce })).rejects.toBeInstanceOf(ApiError);
  expect(await text(device, 'a')).toBe('offline');
  failing = 'after';
  await expect(run()).rejects.toBeInstanceOf(UnreachableError);
  expect(await device.mirror.changed()).toEqual(['a']);
  failing = 'none';
  expect((await run()).clashes).toEqual([]);
  expect(await device.mirror.changed()).toEqual([]);
  const two = await makeDevice(account);
  await two.sync();
  expect(await text(two, 'a')).toBe('offline');
  // The manifest learned of it, though the push that brought it never heard so.
  expect((await account.manifest.read()).items.size).toBe(2);
});

test('a first reading tells how far it is, and goes on where it broke off', async () => {
  const account = await makeLibraryAccount();
  const one = await makeDevice(account);
  const names = Array.from({ length: 240 }, (_, n) => `item-${n}`);
  for (const name of names) await one.mirror.library.put(name, utf8(name));
  const pushed: number[] = [];
  await one.sync({ onProgress: ({ phase, done }) => phase === 'push' && pushed.push(done) });
  expect(pushed).toEqual([100, 200, 240]);

  const two = await makeDevice(account);
  let pulls = 0;
  const breaking: LibraryTransport = {
    ...account.transport,
    async request(path, options) {
      if (path.endsWith('/pull') && ++pulls > 1) throw new ApiError(400, BROKEN);
      return account.transport.request(path, options);
    },
  };
  await expect(syncLibrary({ ...two, transport: breaking })).rejects.toBeInstanceOf(ApiError);
  const before = (await two.mirror.library.list('')).length;
  expect(before).toBeGreaterThan(50);
  let asked = 0;
  const counting: LibraryTransport = {
    ...account.transport,
    async request(path, options) {
      const { items = [] } = (options?.json ?? {}) as { items?: unknown[] };
      if (path.endsWith('/pull')) asked += items.length;
      return account.transport.request(path, options);
    },
  };
  const done: number[] = [];
  await syncLibrary(
    { ...two, transport: counting },
    { onProgress: (it) => it.phase === 'pull' && done.push(it.done) },
  );
  expect(asked).toBe(240 - before);
  expect(done.at(-1)).toBe(241);
  expect(await two.mirror.library.list('')).toEqual(names.sort());
});

test('long bodies go up in parts and come down in ranges', async () => {
  const account = await makeLibraryAccount();
  const [one, two] = [await makeDevice(account), await makeDevice(account)];
  const long = new Uint8Array(9_000_000);
  for (let at = 0; at < long.length; at += 60_000) long.set(randomBytes(60_000), at);
  await one.mirror.library.put('long', long);
  await one.sync();
  await two.sync();
  const pulled = await two.mirror.library.get('long');
  expect(pulled && equalBytes(pulled, long)).toBe(true);
});

test('where there is no room, what fits goes and the rest stays here', async () => {
  const account = await makeLibraryAccount();
  const one = await makeDevice(account);
  await one.sync();
  const vault = env.VAULTS.getByName(account.accountId);
  const held = await vault.reserve(
    account.accountId,
    env.LIBRARY_QUOTA_BYTES - 30_000,
    env.LIBRARY_QUOTA_BYTES,
  );
  for (const name of ['a', 'b', 'c', 'd']) await one.mirror.library.put(name, utf8(name));
  await one.mirror.library.put('large', new Uint8Array(20_000));
  const { refused } = await one.sync();
  expect(refused.length).toBeGreaterThan(0);
  expect(await one.mirror.changed()).toEqual([...refused].sort());
  expect(await text(one, refused[0] as string)).toBeDefined();
  if (held.ok) await vault.release(held.token);
  expect((await one.sync()).refused).toEqual([]);
  expect(await one.mirror.changed()).toEqual([]);
});

/** A server whose list of changes is what `lie` makes of it. */
function lying(
  { transport }: LibraryAccount,
  lie: (answer: ChangesAnswer) => ChangesAnswer,
): LibraryTransport {
  return {
    ...transport,
    async request(path, options) {
      const answer = await transport.request(path, options);
      if (!path.includes('/changes')) return answer;
      return Response.json(lie((await answer.json()) as ChangesAnswer));
    },
  };
}

test('a server that withholds an item, shows an old one or says it was deleted is refused, and nothing is lost', async () => {
  const account = await makeLibraryAccount();
  const one = await makeDevice(account);
  await one.mirror.library.put('a', utf8('a'));
  await one.sync();
  await one.mirror.library.put('a', utf8('a, worked on'));
  await one.mirror.library.put('b', utf8('b'));
  await one.sync();
  const id = [...(await one.mirror.lines())].find(({ name }) => name === 'a')?.id;

  const withholding = lying(account, (answer) => ({
    ...answer,
    changes: answer.changes.filter((it) => it.id !== id),
  }));
  const two = await makeDevice(account);
  await expect(syncLibrary({ ...two, transport: withholding })).rejects.toMatchObject({
    code: 'item-missing',
    ids: [id],
  });
  const deleting = lying(account, (answer) => ({
    ...answer,
    forgotten: Number.MAX_SAFE_INTEGER,
    changes: answer.changes.filter((it) => it.id !== id),
  }));
  await expect(syncLibrary({ ...one, transport: deleting })).rejects.toMatchObject({
    code: 'item-missing',
  });
  const saysDeleted = lying(account, (answer) => ({
    ...answer,
    forgotten: Number.MAX_SAFE_INTEGER,
    changes: answer.changes.map((it) => (it.id === id ? { ...it, deleted: true } : it)),
  }));
  await expect(syncLibrary({ ...one, transport: saysDeleted })).rejects.toMatchObject({
    code: 'item-missing',
  });
  expect(await text(one, 'a')).toBe('a, worked on');
  const older = lying(account, (answer) => ({
    ...answer,
    forgotten: Number.MAX_SAFE_INTEGER,
    changes: answer.changes.map((it) => (it.id === id ? { ...it, version: 1 } : it)),
  }));
  await expect(syncLibrary({ ...one, transport: older })).rejects.toMatchObject({
    code: 'item-older',
  });
  // A server that went back to before the newest version says so when the next one is pushed.
  const forgetful: LibraryTransport = {
    ...account.transport,
    async request(path, options) {
      if (!path.endsWith('/push')) return account.transport.request(path, options);
      const items = [{ id, kept: false, version: 1 }];
      return Response.json({ items, sequence: 1, used: 0, limit: 1 });
    },
  };
  await one.mirror.library.put('a', utf8('a, once more'));
  await expect(syncLibrary({ ...one, transport: forgetful })).rejects.toMatchObject({
    code: 'item-older',
    ids: [id],
  });
  const three = await makeDevice(account);
  await expect(syncLibrary({ ...three, transport: older })).rejects.toThrow();
  expect(await three.mirror.library.get('a')).toBeUndefined();
  await one.sync();
  expect(await text(one, 'a')).toBe('a, once more');
});

const BROKEN = { code: 'invalid-request', message: 'broken' } as const;
const failAtOnce: LibraryTransport = {
  origin: '',
  accessToken: async () => '',
  request: async () => {
    throw new ApiError(400, BROKEN);
  },
};
