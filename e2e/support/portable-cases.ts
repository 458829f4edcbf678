import { resolve } from 'node:path';
import { bundleScript } from '../../scripts/browsers/bundle-script.ts';
import type { TestSite } from './test-site.ts';

const ENTRY = resolve(import.meta.dirname, '../../shared/crypto/tests/portable.ts');

/** Runs every case in the page that {@link putPortableCases} made, and says how many ran and which failed. */
export const RUN_PORTABLE_CASES =
  "import('/portable.js').then(({ runPortableCases }) => runPortableCases())";

/** Puts a page for the cases of `inkseal_v1.json` on the site, and returns its address. */
export async function putPortableCases(site: TestSite): Promise<string> {
  site.put('/portable.js', await bundleScript(ENTRY), 'text/javascript');
  return site.put('/', '<!doctype html><title>Proofs</title>');
}
