import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { EXTENSION_PATH, ExtensionBrowser } from './support/extension-browser.ts';
import { addHarness, openEditor } from './support/library-steps.ts';

/* Whoever reads the disk, or IndexedDB from outside, reads nothing of what lies in the library. */

test.use({ baseURL: undefined });

/** Words that occur nowhere but in what was made here. */
const WORDS = {
  name: 'Zyxonomy of names',
  tag: 'quoxtag',
  folder: 'Vlimbofolder',
  text: 'Brixelated letters',
  versionName: 'Grumphversion',
  typed: 'Wobbledraft typed',
  title: 'Plonkpage title',
  original: 'Jinxoriginal text',
  typedName: 'Krovtyped name',
  mermaid: 'Snarfmermaid source',
  passphrase: 'Glimpassphrase shown',
  secretName: 'Trelksecret name',
  secretValue: 'Vumpsecret value',
};
/** Lies open on purpose: what finds it would have found the rest. */
const CONTROL = 'Flurbcontrol in the clear';

test('nothing that was made here can be read in IndexedDB or in the files of the profile', async () => {
  test.slow();
  const profile = await mkdtemp(join(tmpdir(), 'inkseal-at-rest-'));
  try {
    const { picture, database } = await fillProfile(profile);
    expect(find(database, CONTROL)).toBe(true);
    expectNothing(database, picture, 'IndexedDB');

    const files = await readFiles(profile);
    expect(files.some(({ bytes }) => find(bytes, CONTROL))).toBe(true);
    for (const { path, bytes } of files) expectNothing(bytes, picture, path);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

async function fillProfile(profile: string) {
  const browser = await ExtensionBrowser.launch({
    deviceScale: 1,
    extensionPath: EXTENSION_PATH,
    profile,
  });
  const page = await browser.open('library.html');
  await addHarness(page);
  const picture = await page.evaluate((words) => harness.fillForDisk(words), WORDS);
  await page.reload();
  await expect(page.getByRole('link', { name: WORDS.name })).toBeVisible();

  const editor = await openEditor(browser);
  await editor.getByLabel('Name of this diagram').fill(WORDS.typedName);
  await expect(editor.getByText('Saved', { exact: true })).toBeVisible();
  await editor.getByRole('button', { name: 'Draw from Mermaid' }).click();
  await editor.getByLabel('Text of the diagram').fill(WORDS.mermaid);
  await addHarness(page);
  const secret = await browser.open('library.html#new-secret');
  await secret.getByLabel('Name', { exact: true }).fill(WORDS.secretName);
  await secret.getByRole('button', { name: 'Show Password', exact: true }).click();
  await secret.getByRole('textbox', { name: 'Password', exact: true }).fill(WORDS.secretValue);
  await expect
    .poll(() => page.evaluate(() => harness.listNames('unsaved-secret/')))
    .toHaveLength(1);
  await page.getByText('Take the library along').click();
  await page.getByLabel('Show passphrase').check();
  await page.getByLabel('Passphrase of the file').fill(WORDS.passphrase);
  await page.getByLabel('Search names').fill(WORDS.tag);
  await putControl(page);
  const database = Buffer.from(await page.evaluate(readDatabases), 'latin1');
  await browser.close();
  return { picture: Buffer.from(picture), database };
}

/** What a page of the extension that kept something unsealed would leave. */
async function putControl(page: Page): Promise<void> {
  await page.evaluate(async (text) => {
    const opening = indexedDB.open('control', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('clear');
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const transaction = opening.result.transaction('clear', 'readwrite');
    transaction.objectStore('clear').put({ text }, 'control');
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    opening.result.close();
  }, CONTROL);
}

/** Runs in the extension: every key and value of every database, one byte a letter. */
async function readDatabases(): Promise<string> {
  const wait = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const parts: string[] = [];
  async function add(value: unknown): Promise<void> {
    if (value instanceof Blob) return add(new Uint8Array(await value.arrayBuffer()));
    if (value instanceof ArrayBuffer) return add(new Uint8Array(value));
    if (value instanceof Uint8Array) {
      parts.push(Array.from(value, (byte) => String.fromCharCode(byte)).join(''));
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        parts.push(key);
        await add(inner);
      }
    } else parts.push(unescape(encodeURIComponent(String(value))));
  }
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await wait(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const objects = database.transaction(store).objectStore(store);
      await add(await wait(objects.getAllKeys()));
      await add(await wait(database.transaction(store).objectStore(store).getAll()));
    }
    database.close();
  }
  return parts.join('\n');
}

async function readFiles(folder: string) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      return { path, bytes: await readFile(path) };
    }),
  );
}

/** Whether `text` stands there as UTF-8 or as UTF-16, as Chromium writes both. */
function find(bytes: Buffer, text: string): boolean {
  return bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'));
}

function expectNothing(bytes: Buffer, picture: Buffer, where: string): void {
  const found = Object.values(WORDS).filter((word) => find(bytes, word));
  expect(found, where).toEqual([]);
  // Any 32 bytes of the picture would be too many.
  for (let at = 0; at + 32 <= picture.length; at += 997) {
    expect(bytes.includes(picture.subarray(at, at + 32)), `${where}: picture`).toBe(false);
  }
}
