import { resolve } from 'node:path';
import { bundleScript } from '../scripts/browsers/bundle-script.ts';
import { portableCases } from '../shared/crypto/tests/portable.ts';
import { expect, test } from './fixtures.ts';

/* The proofs of the format that need no test runner, in the browsers that people open links with. */

const ENTRY = resolve(import.meta.dirname, '../shared/crypto/tests/portable.ts');
const RUN = "import('/portable.js').then(({ runPortableCases }) => runPortableCases())";

test.use({ baseURL: undefined });

test.beforeEach(async ({ site }) => {
  site.put('/', '<!doctype html><title>Proofs</title>');
  site.put('/portable.js', await bundleScript(ENTRY), 'text/javascript');
});

test('every case of inkseal_v1.json holds in Chromium', async ({ page, site }) => {
  await page.goto(site.url);
  expect(await page.evaluate(RUN)).toEqual({ ran: portableCases.length, failures: [] });
});

test('every case of inkseal_v1.json holds in Firefox', async ({ firefox, site }) => {
  const page = await firefox.newPage();
  await page.goto(site.url);
  expect(await page.evaluate(RUN)).toEqual({ ran: portableCases.length, failures: [] });
});
