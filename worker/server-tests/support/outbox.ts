import { randomUUID } from 'node:crypto';
import type { Letter } from '../../mail/mail.ts';
import { type Place, sealText } from '../../sealing/seal.ts';
import type { TestServer } from './test-server.ts';

/** Puts a letter where a route would, as the Worker seals it. */
export async function queueLetter(
  { server }: TestServer,
  { SEALING_KEYS }: { readonly SEALING_KEYS: string },
  letter: Letter,
): Promise<void> {
  const [[kid, key] = ['', '']] = Object.entries<string>(JSON.parse(SEALING_KEYS));
  const sealingKey = {
    kid,
    key: await crypto.subtle.importKey('raw', Buffer.from(key, 'base64url'), 'AES-GCM', false, [
      'encrypt',
    ]),
  };
  const keys = { newest: async () => sealingKey, find: async () => sealingKey };
  const id = randomUUID();
  const place: Place = { purpose: 'mail', rowId: id };
  const text = new TextEncoder().encode(JSON.stringify(letter));
  const database = await server.miniflare.getD1Database('DB');
  await database
    .prepare('insert into outbox (id, sealed, created_at, tries, due_at) values (?, ?, ?, 0, 0)')
    .bind(id, await sealText(keys, place, text), Date.now())
    .run();
}

/** Lets the cron trigger drain the outbox, and waits until it did. */
export async function drain({ server }: TestServer): Promise<void> {
  const worker = await server.miniflare.getWorker('inkseal');
  await worker.scheduled({ cron: '* * * * *' });
}

/** Tries of each mail that waits, the one due first in front. */
export async function readWaiting({ server }: TestServer): Promise<readonly number[]> {
  const database = await server.miniflare.getD1Database('DB');
  const { results } = await database
    .prepare('select tries from outbox order by due_at')
    .all<{ tries: number }>();
  return results.map(({ tries }) => tries);
}

/** As if the time to wait were over. */
export async function skipDelay({ server }: TestServer): Promise<void> {
  const database = await server.miniflare.getD1Database('DB');
  await database.prepare('update outbox set due_at = 0').run();
}

/** As if each waiting mail had been tried so often, and were due. */
export async function setTries({ server }: TestServer, tries: number): Promise<void> {
  const database = await server.miniflare.getD1Database('DB');
  await database.prepare('update outbox set tries = ?, due_at = 0').bind(tries).run();
}
