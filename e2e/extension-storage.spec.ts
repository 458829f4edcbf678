import { encodeBase64url } from '../shared/crypto/base64url.ts';
import { prepareSharing } from '../shared/ui/composer/sharing.ts';
import { expect, takeScreenshots, test } from './fixtures.ts';
import { changeSettings, openByPopup } from './support/extension-steps.ts';

test('a profile of version 1 is brought up to date with nothing lost', async ({
  extension,
  server,
  site,
}) => {
  const sharing = await prepareSharing(
    server.url,
    { kind: 'text', items: [{ type: 'text/plain', data: new Blob(['A secret']) }] },
    { views: 4, expiresInSeconds: 3600, passphrase: '', note: '' },
  );
  await sharing.run();
  const worker = await extension.serviceWorker();
  await worker.evaluate(makeVersion1, {
    origin: server.url,
    id: encodeBase64url(sharing.owned.id),
    ownerToken: [...sharing.owned.ownerToken],
  });

  const shares = await extension.open('my-shares.html');
  await expect(shares.getByRole('heading', { name: 'Made before' })).toBeVisible();
  await expect(shares.getByText('4 of 4 views left.')).toBeVisible();
  const page = await extension.context.newPage();
  await page.goto(site.put('/', '<!doctype html><title>A page</title><h1>Hello</h1>'));
  const tab = await openByPopup(extension, page, 'Capture visible'); // drafts came with version 2
  await tab.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(tab.getByLabel('Views', { exact: true })).toHaveValue('3');
});

interface Version1 {
  readonly origin: string;
  readonly id: string;
  readonly ownerToken: readonly number[];
}

/** Runs in the extension: makes its database as version 1 left it. */
async function makeVersion1({ origin, id, ownerToken }: Version1): Promise<void> {
  // The service worker may have made one of this version meanwhile; it lets go when asked.
  await new Promise<void>((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('inkseal');
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error);
  });
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('inkseal', 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('keys');
      opening.result.createObjectStore('shares', { keyPath: 'id' });
      opening.result.createObjectStore('settings');
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const algorithm = { name: 'AES-GCM', length: 256 };
  const key = await crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = new TextEncoder().encode(`owner token of ${id} at ${origin}`);
  const sealing = { name: 'AES-GCM', iv, additionalData };
  const sealed = await crypto.subtle.encrypt(sealing, key, new Uint8Array(ownerToken));
  const record = {
    id,
    origin,
    label: 'Made before',
    createdAt: 1_790_000_000_000,
    ownerToken: { iv, sealed: new Uint8Array(sealed) },
  };
  const transaction = database.transaction(['keys', 'shares', 'settings'], 'readwrite');
  transaction.objectStore('keys').put(key, 'profile');
  transaction.objectStore('shares').put(record);
  transaction.objectStore('settings').put({ origin, views: 3 }, 'settings');
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}

test('drafts that version 2 left unsealed are sealed, with nothing lost', async ({
  extension,
  server,
}) => {
  await changeSettings(extension, { origin: server.url });
  const worker = await extension.serviceWorker();
  await worker.evaluate(putUnsealedDrafts);
  const shares = await extension.open('my-shares.html');
  const drafts = shares.getByRole('listitem').filter({ hasText: 'Go on' });
  await expect(drafts).toHaveText([/Picture A page/, /Text or files/]);
  await takeScreenshots(shares, 'extension-my-shares-unfinished');
  const left = await worker.evaluate(readDrafts);
  expect(left.unsealed).toEqual([]);
  expect(left.sealed.length).toBe(4); // two drafts, a picture and a file
  expect(left.sealed.join()).not.toContain('A written secret');

  await drafts.nth(1).getByRole('link', { name: 'Go on' }).click();
  await expect(shares.getByLabel('Secret text')).toHaveValue('A written secret');
  await expect(shares.getByText('plan.txt')).toBeVisible();
  await shares.goto(extension.url('share.html#draft=picture'));
  await shares.reload(); // going to another fragment loads nothing
  const picture = shares.getByRole('img', { name: 'The picture that will be shared' });
  await expect(picture).toHaveJSProperty('naturalWidth', 3);
});

/** Runs in the extension: puts drafts where version 2 had them. */
async function putUnsealedDrafts(): Promise<void> {
  const opening = indexedDB.open('inkseal');
  await new Promise((resolve) => {
    opening.onsuccess = resolve;
  });
  const canvas = new OffscreenCanvas(3, 2);
  canvas.getContext('2d');
  const data = await canvas.convertToBlob({ type: 'image/png' });
  const createdAt = Date.now();
  const files = [new File(['Its content'], 'plan.txt', { type: 'text/plain' })];
  const transaction = opening.result.transaction('drafts', 'readwrite');
  const drafts = transaction.objectStore('drafts');
  drafts.put({ id: 'picture', kind: 'picture', data, title: 'A page', createdAt });
  const written = { id: 'written', kind: 'written', text: 'A written secret', files };
  drafts.put({ ...written, createdAt: createdAt - 1000 });
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  opening.result.close();
}

/** Runs in the extension: what lies in the place of version 2, and what is sealed, one byte a letter. */
async function readDrafts() {
  const opening = indexedDB.open('inkseal');
  await new Promise((resolve) => {
    opening.onsuccess = resolve;
  });
  const read = (store: string) =>
    new Promise<unknown[]>((resolve) => {
      const reading = opening.result.transaction(store).objectStore(store).getAll();
      reading.onsuccess = () => resolve(reading.result);
    });
  const unsealed = await read('drafts');
  const sealed = (await read('sealed')) as Uint8Array[];
  opening.result.close();
  return { unsealed, sealed: sealed.map((it) => new TextDecoder('latin1').decode(it)) };
}

test('what version 4 saw of an account is known as before, under a name as a writer', async ({
  extension,
}) => {
  const worker = await extension.serviceWorker();
  await worker.evaluate(async () => {
    indexedDB.deleteDatabase('inkseal');
    const opening = indexedDB.open('inkseal', 4);
    opening.onupgradeneeded = () => {
      for (const name of ['keys', 'settings', 'sealed', 'account', 'accountSecrets'])
        opening.result.createObjectStore(name);
      for (const name of ['shares', 'drafts'])
        opening.result.createObjectStore(name, { keyPath: 'id' });
      const memory = opening.result.createObjectStore('accountMemory', { keyPath: 'accountId' });
      memory.put({ accountId: 'A', email: 'eve@example.com', manifestCounter: 3 });
    };
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    opening.result.close();
  });
  await (await extension.open('my-shares.html')).getByRole('heading', { level: 1 }).waitFor();
  const known = await worker.evaluate(async () => {
    const opening = indexedDB.open('inkseal');
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const reading = opening.result
      .transaction('accountMemory')
      .objectStore('accountMemory')
      .get('A');
    await new Promise((resolve) => {
      reading.onsuccess = resolve;
    });
    opening.result.close();
    return reading.result;
  });
  expect(known).toMatchObject({ email: 'eve@example.com', manifestCounter: 3, writers: {} });
  expect(known.writer).toHaveLength(22);
});

test('a profile of a newer version is left alone, and the page says so', async ({ extension }) => {
  const worker = await extension.serviceWorker();
  await worker.evaluate(async () => {
    const opening = indexedDB.open('inkseal', 99);
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    opening.result.close();
  });
  const shares = await extension.open('my-shares.html');
  await expect(shares.getByText('can’t be read')).toBeVisible();
});
