import { randomBytes } from 'node:crypto';
import { ApiError, UnreachableError } from '../shared/api/client/api-error.ts';
import { prepareUpload } from '../shared/api/client/create-share.ts';
import {
  narrowShare,
  type OwnedShare,
  readEvents,
  readStatus,
  revokeShare,
} from '../shared/api/client/own-share.ts';
import { readConfig } from '../shared/api/client/read-config.ts';
import { startReading } from '../shared/api/client/read-share.ts';
import { type SealedShare, sealShare } from '../shared/crypto/share.ts';
import { expect, test } from './fixtures.ts';

/* The typed client in Node, against the real server, over wires that break. */

const MIB = 1024 * 1024;

function sealFile(bytes: Buffer): Promise<SealedShare> {
  const data = new Blob([new Uint8Array(bytes)]);
  const item = { name: 'a.bin', type: 'application/octet-stream', data };
  return sealShare({ kind: 'files', items: [item] });
}

async function createShare(origin: string, views: number) {
  const sealed = await sealFile(randomBytes(1000));
  await prepareUpload(origin, sealed, { views, expiresInSeconds: 3600 }).run();
  return { sealed, owned: ownedShare(origin, sealed) };
}

function ownedShare(origin: string, sealed: SealedShare): OwnedShare {
  return { origin, id: sealed.link.id, ownerToken: sealed.ownerToken };
}

async function kinds(share: OwnedShare): Promise<string[]> {
  return (await readEvents(share)).map((event) => event.kind);
}

test('a share lives its whole life through the client', async ({ server }) => {
  expect(await readConfig(server.url)).toMatchObject({ name: 'inkseal', protocol: 1 });
  const { sealed, owned } = await createShare(server.url, 3);
  const reading = startReading(server.url, sealed.link);
  expect(await reading.look()).toMatchObject({ remaining: 3, views: 3 });
  expect(await reading.reveal()).toMatchObject({ remaining: 2, kind: 'files' });
  await expect.poll(() => kinds(owned)).toContain('acknowledged');
  expect(await narrowShare(owned, { views: 2 })).toMatchObject({ views: 2, remaining: 1 });
  await reading.report('This is a test');
  await revokeShare(owned);
  expect(await readStatus(owned)).toMatchObject({ state: 'revoked' });
  const late = startReading(server.url, sealed.link).reveal();
  await expect(late).rejects.toMatchObject({ code: 'share-gone', details: { reason: 'revoked' } });
  expect(await kinds(owned)).toEqual(
    expect.arrayContaining(['created', 'opened', 'revealed', 'narrowed', 'reported', 'revoked']),
  );
});

test('a claim whose answer is lost is asked again and takes one view', async ({
  server,
  wires,
}) => {
  const { sealed, owned } = await createShare(server.url, 2);
  const reading = startReading(wires.url, sealed.link);
  await reading.look();
  void wires.cutAfter('down', 100).then(() => wires.repair());
  expect(await reading.reveal()).toMatchObject({ remaining: 1 });
  expect(wires.cuts).toBe(1);
  expect(await readStatus(owned)).toMatchObject({ remaining: 1 });
});

test('an upload goes on where it broke, and so does the download', async ({ server, wires }) => {
  const bytes = randomBytes(17 * MIB);
  const sealed = await sealFile(bytes);
  const upload = prepareUpload(wires.url, sealed, { views: 1, expiresInSeconds: 3600 });

  void wires.cutAfter('up', 12 * MIB);
  const before: number[] = [];
  const broken = upload.run({ onProgress: (done) => before.push(done) });
  await expect(broken).rejects.toBeInstanceOf(UnreachableError);
  expect(Math.max(...before)).toBe(8 * MIB);

  wires.repair();
  const after: number[] = [];
  await upload.run({ onProgress: (done) => after.push(done) });
  expect(after[0]).toBe(8 * MIB);
  expect(after.at(-1)).toBe(sealed.contentLength);

  const interruptions: number[] = [];
  void wires.cutAfter('down', 10 * MIB);
  const opened = await startReading(wires.url, sealed.link).reveal({
    onInterrupted: (waitMs, resume) => {
      interruptions.push(waitMs);
      wires.repair();
      resume();
    },
  });
  expect(interruptions.length).toBeGreaterThan(0);
  const saved = Buffer.from((await opened.items[0]?.data.arrayBuffer()) ?? new ArrayBuffer(0));
  expect(saved.equals(bytes)).toBe(true);
  const status = await readStatus(ownedShare(server.url, sealed));
  expect(status).toMatchObject({ state: 'used-up', remaining: 0 });
});

test('the same create again is answered as the first', async ({ server }) => {
  const sealed = await sealFile(randomBytes(10));
  const upload = prepareUpload(server.url, sealed, { views: 1, expiresInSeconds: 3600 });
  expect(await upload.run()).toEqual(await upload.run());
});

test('an abort stops the upload with its reason', async ({ server }) => {
  const sealed = await sealFile(randomBytes(20 * MIB));
  const stop = new AbortController();
  const upload = prepareUpload(server.url, sealed, { views: 1, expiresInSeconds: 3600 });
  const run = upload.run({ signal: stop.signal, onProgress: () => stop.abort() });
  await expect(run).rejects.toMatchObject({ name: 'AbortError' });
  expect(await readStatus(ownedShare(server.url, sealed))).toMatchObject({ state: 'uploading' });
});

test('a server that is no Inkseal server, or none at all, is unreachable', async ({ site }) => {
  const page = site.put('/api/v1/config', '<h1>Hello</h1>');
  await expect(readConfig(new URL(page).origin)).rejects.toBeInstanceOf(UnreachableError);
  await expect(readConfig('http://127.0.0.1:1')).rejects.toBeInstanceOf(UnreachableError);
});

test('a wrong passphrase is an ApiError with the tries that are left', async ({ server }) => {
  const data = new Blob(['secret']);
  const content = { kind: 'text', items: [{ type: 'text/plain', data }] } as const;
  const sealed = await sealShare(content, 'correct horse');
  await prepareUpload(server.url, sealed, { views: 1, expiresInSeconds: 3600 }).run();
  const reading = startReading(server.url, sealed.link);
  const wrong = await reading.reveal({ passphrase: 'wrong horse' }).catch((error) => error);
  expect(wrong).toBeInstanceOf(ApiError);
  expect(wrong).toMatchObject({ code: 'wrong-passphrase', details: { attemptsLeft: 9 } });
  const opened = await reading.reveal({ passphrase: 'correct horse' });
  expect(await opened.items[0]?.data.text()).toBe('secret');
});
