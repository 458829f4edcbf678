import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'puppeteer-core';
import { readEvents } from '../shared/api/client/own-share.ts';
import { portableCases } from '../shared/crypto/tests/portable.ts';
import { expect, test } from './fixtures.ts';
import { filesContent, makeFile, makeShare, textContent } from './support/make-share.ts';
import { pollUntil } from './support/poll-until.ts';
import { putPortableCases, RUN_PORTABLE_CASES } from './support/portable-cases.ts';
import { readAsRecipient } from './support/read-as-recipient.ts';

/* The format, reader and composer in Firefox: in one file, which starts it once. */

async function openPage(firefox: BrowserContext, url: string): Promise<Page> {
  const page = await firefox.newPage();
  await page.goto(url);
  return page;
}

function press(page: Page, name: string): Promise<void> {
  return page.locator(`::-p-aria([name="${name}"][role="button"])`).click();
}

async function expectTitle(page: Page, title: string): Promise<void> {
  const shown = () => page.$eval('h1', (heading) => heading.textContent);
  await expect.poll(shown).toBe(title);
}

test('Firefox: every case of inkseal_v1.json holds', async ({ firefox, site }) => {
  const page = await openPage(firefox, await putPortableCases(site));
  expect(await page.evaluate(RUN_PORTABLE_CASES)).toEqual({
    ran: portableCases.length,
    failures: [],
  });
});

test('Firefox: a text behind a passphrase is read once', async ({ firefox, server }) => {
  const share = await makeShare(server.url, textContent('für dich'), { passphrase: 'open sesame' });
  const page = await openPage(firefox, share.link);
  await expectTitle(page, 'A sealed share is waiting for you');
  expect(page.url()).toBe(share.link.split('#')[0]);
  await page.type('input[type=password]', 'open simsim');
  await press(page, 'Open the share');
  await page.waitForSelector('::-p-text(9 tries left)');
  await page.type('input[type=password]', 'open sesame');
  await press(page, 'Open the share');
  await expectTitle(page, 'The secret text');
  expect(await page.$eval('pre', (secret) => secret.textContent)).toBe('für dich');
  const again = await openPage(firefox, share.link);
  await expectTitle(again, 'This share is used up');
  const events = await readEvents(share);
  expect(events.map(({ kind }) => kind)).toContain('revealed');
  expect(events.find(({ kind }) => kind === 'revealed')?.client).toContain('Firefox');
});

test('Firefox: a large file is saved as it was sent', async ({ firefox, server }) => {
  const folder = await mkdtemp(join(tmpdir(), 'inkseal-firefox-'));
  try {
    const file = makeFile('film.bin', 9 * 1024 * 1024);
    const share = await makeShare(server.url, filesContent(file));
    const downloadBehavior = { policy: 'allow', downloadPath: folder } as const;
    const page = await openPage(
      await firefox.browser().createBrowserContext({ downloadBehavior }),
      share.link,
    );
    await press(page, 'Open the share');
    await expectTitle(page, 'The file');
    await press(page, 'Save film.bin');
    const whole = Buffer.from(await file.data.arrayBuffer());
    const saved = await pollUntil('the download', async () => {
      const bytes = await readFile(join(folder, 'film.bin')).catch(() => undefined);
      return bytes?.length === whole.length ? bytes : undefined;
    });
    expect(saved.equals(whole)).toBe(true);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('Firefox: a guest shares a text and a file', async ({ firefox, server }) => {
  const page = await openPage(firefox, server.url);
  await page.waitForSelector('::-p-aria([name="Seal and share"][role="button"])');
  await page.type('textarea', 'from Firefox');
  await page.evaluate((size) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(size).fill(7)], 'sevens.bin'));
    dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true }));
  }, 100_000);
  await page.waitForSelector('::-p-text(sevens.bin)');
  await press(page, 'Seal and share');
  await expectTitle(page, 'Sealed. Here is the link');
  const link = await page.$eval('input', (input) => input.value);
  const opened = await readAsRecipient(server.url, link);
  expect(await opened.items[0]?.data.text()).toBe('from Firefox');
  const bytes = new Uint8Array((await opened.items[1]?.data.arrayBuffer()) as ArrayBuffer);
  expect(bytes.length).toBe(100_000);
  expect(bytes.every((byte) => byte === 7)).toBe(true);
});
