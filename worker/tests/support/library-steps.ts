import { env } from 'cloudflare:workers';
import type {
  ChangesAnswer,
  ItemsAnswer,
  LibraryAnswer,
  PullHeader,
  PushAnswer,
} from '../../../shared/api/contract/library.ts';
import { cutBodies, decodeFrames, encodeFrames } from '../../../shared/api/frames.ts';
import { ITEM_MIN_BYTES } from '../../../shared/api/library-limits.ts';
import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { type Bytes, randomBytes } from '../../../shared/crypto/bytes.ts';
import type { TestUser } from './make-user.ts';

export const LIBRARY = '/api/v1/library';

/** A version as a client sends it; the server can't tell that nothing is sealed in it. */
export interface TestItem {
  readonly id: string;
  readonly base: number;
  readonly wrappedKey: string;
  readonly body: Bytes;
}

export function makeItem(given: Partial<TestItem> & { readonly size?: number } = {}): TestItem {
  const { size = ITEM_MIN_BYTES, ...rest } = given;
  const body = new Uint8Array(size);
  body.set(randomBytes(Math.min(size, 1024)));
  return {
    id: encodeBase64url(randomBytes(16)),
    base: 0,
    wrappedKey: encodeBase64url(randomBytes(111)),
    body,
    ...rest,
  };
}

export function push(
  user: TestUser,
  items: readonly TestItem[],
  generation = 1,
): Promise<Response> {
  const header = {
    generation,
    items: items.map(({ body, ...line }) => ({ ...line, size: body.length })),
  };
  const bodies = items.map(({ body }) => body);
  return user.call(`${LIBRARY}/push`, { bytes: encodeFrames(header, bodies) });
}

export async function pushOk(user: TestUser, ...items: TestItem[]): Promise<PushAnswer> {
  return (await push(user, items)).json();
}

export async function pull(
  user: TestUser,
  items: readonly { readonly id: string; readonly version: number }[],
): Promise<readonly { id: string; version: number; body: Bytes }[]> {
  const answer = await user.call(`${LIBRARY}/pull`, { json: { items } });
  const { header, rest } = decodeFrames(new Uint8Array(await answer.arrayBuffer()));
  const lines = (header as PullHeader).items;
  const bodies = cutBodies(
    rest,
    lines.map(({ size }) => size),
  );
  return lines.map(({ id, version }, at) => ({ id, version, body: bodies[at] as Bytes }));
}

export async function readChanges(user: TestUser, since = 0): Promise<ChangesAnswer> {
  return (await user.call(`${LIBRARY}/changes?since=${since}`)).json();
}

export async function readUsage(user: TestUser): Promise<LibraryAnswer> {
  return (await user.call(LIBRARY)).json();
}

export async function act(
  user: TestUser,
  name: 'bin' | 'unbin' | 'delete',
  ...items: { readonly id: string; readonly version: number }[]
): Promise<ItemsAnswer> {
  return (await user.call(`${LIBRARY}/${name}`, { json: { items } })).json();
}

/** How many objects the account has in R2. */
export async function countBlobs({ accountId }: TestUser): Promise<number> {
  return (await env.LIBRARY.list({ prefix: `${accountId}/` })).objects.length;
}

/** What the account's rows say that it keeps, in bytes. */
export async function sumVersions({ accountId }: TestUser): Promise<number> {
  const query = 'select coalesce(sum(size), 0) as bytes from library_versions where account_id = ?';
  const row = await env.DB.prepare(query).bind(accountId).first<{ bytes: number }>();
  return row?.bytes ?? 0;
}
