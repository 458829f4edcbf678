import { env } from 'cloudflare:workers';
import type { Server } from '../../../shared/api/client/accounts/sign-in.ts';
import type { Send } from '../../../shared/api/client/request.ts';
import { call, ORIGIN } from './call-api.ts';
import { putBack, type Snapshot, snapshotOf } from './snapshot.ts';

/* The real server, and one in the middle that changes what it answers. */

/** What a tampering server makes of an answer in JSON. */
export type Change = (answer: Readonly<Record<string, unknown>>) => unknown;

/** Every request that was sent, as `POST /api/v1/sign-in`, oldest first. */
export interface WatchedServer extends Server {
  readonly requests: readonly string[];
}

/** The server, with the answers of these paths below `/api/v1` changed. */
export function hostileServer(changes: Readonly<Record<string, Change>> = {}): WatchedServer {
  const requests: string[] = [];
  const send: Send = async (url, { method, headers, body }) => {
    const path = url.slice(ORIGIN.length);
    requests.push(`${method} ${path}`);
    const answer = await call(path, {
      method,
      headers: Object.fromEntries(headers),
      ...(body === null ? {} : { bytes: body }),
    });
    const change = changes[path.replace('/api/v1', '')];
    if (!change || !answer.ok) return answer;
    return Response.json(change((await answer.json()) as Record<string, unknown>), answer);
  };
  return { origin: ORIGIN, send, requests };
}

type Fate = 'lose the request' | 'lose the answer' | undefined;

/** What becomes of the requests `POST /api/v1/…`, or of all others (`*`); `send` sends one after all, later. */
export type Wire = Readonly<Record<string, Fate | ((send: () => Promise<Response>) => Fate)>>;

/** A server at the end of a bad wire. */
export function wireTo({ origin, send = fetch }: Server, wire: Wire): Server {
  const lossy: Send = async (url, init) => {
    const found = wire[`${init.method} ${url.slice(origin.length)}`] ?? wire['*'];
    const fate = typeof found === 'function' ? found(() => send(url, init)) : found;
    const answer = fate === 'lose the request' ? null : await send(url, init);
    if (answer === null || fate === 'lose the answer') throw new TypeError('The wire was cut.');
    return answer;
  };
  return { origin, send: lossy };
}

/** All that the database holds. */
export const takeSnapshot = (): Promise<Snapshot> => snapshotOf(env.DB);

/** Puts the database back as it was. */
export const restoreSnapshot = (snapshot: Snapshot): Promise<void> => putBack(env.DB, snapshot);
