import { portableCases } from '../shared/crypto/tests/portable.ts';
import { expect, test } from './fixtures.ts';
import { putPortableCases, RUN_PORTABLE_CASES } from './support/portable-cases.ts';

/* The proofs of the format that need no test runner, in a browser that people open links with; in Firefox: firefox-pages. */

test.use({ baseURL: undefined });

test('every case of inkseal_v1.json holds in Chromium', async ({ page, site }) => {
  await page.goto(await putPortableCases(site));
  expect(await page.evaluate(RUN_PORTABLE_CASES)).toEqual({
    ran: portableCases.length,
    failures: [],
  });
});
