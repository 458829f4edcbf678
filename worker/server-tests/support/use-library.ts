import { readManifest } from '../../../shared/account/manifest.ts';
import { type Rotated, rotateUserKey } from '../../../shared/account/rotate-user-key.ts';
import { actOnItems, readKeys } from '../../../shared/api/client/library/read-library.ts';
import { type Bytes, randomBytes, utf8 } from '../../../shared/crypto/bytes.ts';
import { type Device, type Member, openDevice } from '../../../shared/sync/testing/open-device.ts';

/* What somebody keeps in their library. Each of these must stay theirs. */

const CANARIES = {
  'name of a diagram': 'Canary Brücke über die Fossa',
  'folder of a diagram': 'canary-folder-Umbau',
  'tag of a diagram': 'canary-tag-vertraulich',
  'text in a diagram': 'canary text in a box of it',
  'text in a version before': 'canary text that was changed later',
  'text in what lies in the bin': 'canary text of the bin',
  'text in what was deleted': 'canary text that is no more',
  'text in what was moved away': 'canary text that went back home',
  'name of a secret': 'canary door of the server room',
  'user of a secret': 'canary.keeper@example.net',
  'value of a secret': 'canary-Passw0rt-4711-xyzzy',
  'note of a secret': 'canary: ask the porter',
  'name of a file': 'canary-Gehälter 2026.xlsx',
  'content of a file': 'canary column of numbers',
  'name in the store': 'record/canary-diagram-id',
} as const;

/** Long enough that it goes up in parts. */
const LONG_BYTES = 9_000_000;

/** Keeps all of it in the account, changes it, throws it away, and renews the account's key. */
export async function useLibrary(
  origin: string,
  member: Member,
  password: string,
  secrets: Map<string, Buffer>,
): Promise<Rotated> {
  for (const [name, text] of Object.entries(CANARIES)) secrets.set(name, Buffer.from(text));
  const device = await openDevice(origin, member);
  await fill(device);
  await throwAway(device);
  const { user, account, memory } = member;
  const other = await openDevice(origin, member);
  await other.sync();
  const now = await readManifest(user, account, memory);
  const listItemKeys = () => readKeys(device.transport);
  const request = { password, passkeys: [], listItemKeys };
  const rotated = await rotateUserKey(user, now, request, memory);
  const after = await openDevice(origin, { ...member, account: rotated.account });
  await after.mirror.library.put('record/after', json({ name: CANARIES['name of a diagram'] }));
  await after.sync();
  secrets.set('first user key', Buffer.from(account.userKey));
  secrets.set('second user key', Buffer.from(rotated.account.userKey));
  secrets.set('key of the library on a device', Buffer.from(device.keys.deviceKey));
  return rotated;
}

async function fill({ mirror, sync }: Device): Promise<void> {
  const { library } = mirror;
  const diagram = {
    name: CANARIES['name of a diagram'],
    folder: CANARIES['folder of a diagram'],
    tags: [CANARIES['tag of a diagram']],
  };
  await library.put(CANARIES['name in the store'], json(diagram));
  await library.put('part/a/v1', json({ text: CANARIES['text in a version before'] }));
  await library.put('part/b/v1', json({ text: CANARIES['text in what was deleted'] }));
  await library.put('part/c/v1', json({ text: CANARIES['text in what was moved away'] }));
  await library.put('part/d/v1', json({ text: CANARIES['text in what lies in the bin'] }));
  const secret = {
    name: CANARIES['name of a secret'],
    user: CANARIES['user of a secret'],
    value: CANARIES['value of a secret'],
    note: CANARIES['note of a secret'],
  };
  await library.put('record/secret', json(secret));
  await library.put('record/file', json({ name: CANARIES['name of a file'] }));
  await library.put('part/file/v1', makeLong(CANARIES['content of a file']));
  await sync();
  await library.put('part/a/v1', json({ text: CANARIES['text in a diagram'] }));
  await sync();
}

async function throwAway({ transport, mirror, sync }: Device): Promise<void> {
  const lines = await mirror.lines();
  const binned = lines.filter(({ name }) => name === 'part/d/v1');
  const named = binned.map(({ id, version }) => ({ id, version }));
  const { items } = await actOnItems(transport, 'bin', named);
  if (items[0]?.done !== true) throw new Error('it is not in the bin');
  for (const name of ['part/b/v1', 'part/c/v1']) await mirror.library.delete(name);
  await sync();
}

const json = (value: object): Bytes => utf8(JSON.stringify(value));

function makeLong(text: string): Bytes {
  const bytes = new Uint8Array(LONG_BYTES);
  const words = utf8(text);
  for (let at = 0; at + 65_536 < LONG_BYTES; at += 65_536) {
    bytes.set(randomBytes(65_536 - words.length), at);
    bytes.set(words, at + 65_536 - words.length);
  }
  return bytes;
}
