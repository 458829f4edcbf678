import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareUpload } from '../../shared/api/client/create-share.ts';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { sealShare } from '../../shared/crypto/share.ts';
import { findSecrets, readEverything, whereIs } from './support/find-secrets.ts';
import {
  describeShare,
  freshNonce,
  type MadeShare,
  post,
  startLargeShare,
  tryClaim,
} from './support/requests.ts';
import { crash, startTestServer, type TestServer } from './support/test-server.ts';

const TEXT = 'the plaintext that nobody but its reader may ever see';
const NOTE = 'a note of which the server knows nothing';
const NAME = 'unpublished-quarterly-figures.pdf';
const PASSPHRASE = 'correct horse battery staple';
const ADDRESS = '203.0.113.217';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** One share of every kind, at every stage of its life; what of each the server must not keep. */
async function useEverything(): Promise<Map<string, Buffer>> {
  const secrets = new Map<string, Buffer>([
    ['plaintext', Buffer.from(TEXT)],
    ['note', Buffer.from(NOTE)],
    ['name', Buffer.from(NAME)],
    ['passphrase', Buffer.from(PASSPHRASE)],
    ['address', Buffer.from(ADDRESS)],
  ]);
  for (const [end, length] of [
    ['left open', 100],
    ['acknowledged', 100],
    ['revoked', 100],
    ['left open', 9_000_000],
    ['revoked', 9_000_000],
  ] as const) {
    const share = await makeFileShare(length);
    const name = `${length} bytes ${end}`;
    keepSecrets(secrets, name, share);
    const ticket = await read(share);
    secrets.set(`${name} ticket`, Buffer.from(ticket, 'base64url'));
    if (end === 'acknowledged') await send(share, 'POST', '/ack', ticket);
    if (end === 'revoked') await send(share, 'DELETE', '', share.ownerToken);
  }
  const unfinished = await startLargeShare(server.url);
  keepSecrets(secrets, 'unfinished', unfinished);
  await send(unfinished, 'PUT', '/parts/1', unfinished.ownerToken, new Uint8Array(8 * 1024 * 1024));
  return secrets;
}

async function makeFileShare(length: number): Promise<MadeShare> {
  const text = TEXT.repeat(Math.ceil(length / TEXT.length));
  const items = [{ name: NAME, type: 'application/pdf', data: new Blob([text]) }];
  const sealed = await sealShare({ kind: 'files', note: NOTE, items }, PASSPHRASE);
  await prepareUpload(server.url, sealed, { views: 2, expiresInSeconds: 3600 }).run();
  return describeShare(sealed, PASSPHRASE);
}

function keepSecrets(secrets: Map<string, Buffer>, name: string, share: MadeShare): void {
  secrets.set(`${name} link secret`, Buffer.from(share.sealed.link.secret));
  for (const field of ['ownerToken', 'probe', 'view'] as const) {
    secrets.set(`${name} ${field}`, Buffer.from(share[field], 'base64url'));
  }
}

/** Opens, claims rightly and wrongly, reads and reports, all from one address. */
async function read(share: MadeShare): Promise<string> {
  const base = `${server.url}/api/v1/shares/${share.id}`;
  const { probe } = share;
  await post(`${base}/open`, { probe }, ADDRESS);
  const view = encodeBase64url(crypto.getRandomValues(new Uint8Array(32)));
  await post(`${base}/claim`, { probe, view, nonce: freshNonce() }, ADDRESS);
  await post(`${base}/claim`, { probe, view: share.view, nonce: freshNonce() }, ADDRESS);
  await post(`${base}/report`, { probe, reason: 'x' }, ADDRESS);
  const claim = await tryClaim(server.url, share, freshNonce());
  if (claim === null || claim === 'gone') throw new Error('the claim was refused');
  await (await send(share, 'GET', '/content', claim.ticket)).arrayBuffer();
  return claim.ticket;
}

function send(share: MadeShare, method: string, path: string, token: string, body?: BodyInit) {
  const headers = {
    authorization: `Bearer ${token}`,
    'cf-connecting-ip': ADDRESS,
    ...(body !== undefined && { 'content-type': 'application/octet-stream' }),
  };
  const url = `${server.url}/api/v1/shares/${share.id}${path}`;
  return fetch(url, { method, headers, ...(body !== undefined && { body }) });
}

test('nothing that opens, claims or owns a share is stored or logged anywhere', async () => {
  const secrets = await useEverything();
  const control = await makeFileShare(100);
  // Killed, so that journals and temporary files stay as they are in the middle of work.
  for (const state of ['running', 'crashed']) {
    if (state === 'crashed') await crash(server);
    const stored = await readEverything(server);
    expect({ state, found: findSecrets(secrets, stored) }).toEqual({ state, found: [] });
    // The search does find what is stored: ciphertext, the hash of a probe, a request's log line.
    expect(whereIs(Buffer.from(control.sealed.wrappedKey), stored)).not.toEqual([]);
    expect(whereIs(Buffer.from(control.sealed.probeHash), stored)).not.toEqual([]);
    expect(stored.get('the log')?.includes('/api/v1/shares/:id/claim')).toBe(true);
  }
});
