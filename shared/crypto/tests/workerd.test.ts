import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleScript } from '../../../scripts/browsers/bundle-script.ts';
import { portableCases } from './portable.ts';

/* The proofs of the format that need no test runner, in the runtime of the server. */

const SERVER = `
import { runPortableCases } from './portable.js';
export default {
  fetch: async () => Response.json(await runPortableCases()),
};`;

let workerd: Miniflare;

beforeAll(async () => {
  const script = await bundleScript(new URL('portable.ts', import.meta.url).pathname);
  const modules = [
    { type: 'ESModule' as const, path: 'server.js', contents: SERVER },
    { type: 'ESModule' as const, path: 'portable.js', contents: script },
  ];
  workerd = new Miniflare(
    convertV4MiniflareOptions({
      cf: false,
      workers: [{ name: 'proofs', modules, compatibilityDate: '2026-11-02' }],
    }),
  );
  await workerd.ready;
});

afterAll(() => workerd.dispose());

it('every case of both files of vectors holds in workerd', async () => {
  const answer = await workerd.dispatchFetch('http://127.0.0.1/');
  expect(await answer.json()).toEqual({ ran: portableCases.length, failures: [] });
});
