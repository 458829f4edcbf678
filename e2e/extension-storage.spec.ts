import { encodeBase64url } from '../shared/crypto/base64url.ts';
import { prepareSharing } from '../shared/ui/composer/sharing.ts';
import { openByPopup } from './extension-steps.ts';
import { expect, test } from './fixtures.ts';

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
  await expect(tab.getByRole('img', { name: 'The picture that will be shared' })).toBeVisible();
  await expect(tab.getByLabel('Views', { exact: true })).toHaveValue('3');
});

interface Version1 {
  readonly origin: string;
  readonly id: string;
  readonly ownerToken: readonly number[];
}

/** Runs in the extension: makes its database as version 1 left it. */
async function makeVersion1({ origin, id, ownerToken }: Version1): Promise<void> {
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
