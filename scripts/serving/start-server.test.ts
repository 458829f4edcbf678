import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type Server, startServer } from './miniflare.ts';
import { readWorkerConfig, WRANGLER_CONFIG_PATH } from './worker-config.ts';

const CLASSES = [...readFileSync(WRANGLER_CONFIG_PATH, 'utf8').matchAll(/class_name = "(\w+)"/g)];

/** Has the classes that `wrangler.toml` names, and tells what it is called for. */
const BUNDLE = `
import { DurableObject } from 'cloudflare:workers';
${CLASSES.map(([, name]) => `export class ${name} extends DurableObject {}`).join('\n')}
export default {
  async fetch(_, env) {
    const { results } = await env.DB.prepare('select name from d1_migrations').all();
    return Response.json(results.map(({ name }) => name));
  },
  async scheduled({ cron }) {
    console.log('fired ' + cron);
  },
};`;

let folder: string;
let server: Server | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkseal-server-'));
  await writeFile(join(folder, 'index.js'), BUNDLE);
});

afterEach(async () => {
  vi.useRealTimers();
  await server?.stop();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function start(onLog: (line: string) => void = () => {}): Promise<Server> {
  const bundlePath = join(folder, 'index.js');
  server = await startServer({ stateDir: join(folder, 'state'), bundlePath, onLog });
  return server;
}

test('migrations are applied once, and a restart finds them; the state is one server’s', async () => {
  const first = await start();
  await expect(start()).rejects.toThrow(/^The state in \S+ is in use by another server/);
  const applied = await (await fetch(first.url)).json();
  expect(applied).toContain('0000_create-reports.sql');
  await first.stop();
  const second = await start();
  expect(await (await fetch(second.url)).json()).toEqual(applied);
});

test('cron triggers fire once a minute', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const logs: string[] = [];
  await start((line) => logs.push(line));
  vi.advanceTimersByTime(59_000);
  vi.advanceTimersByTime(61_000);
  vi.useRealTimers();
  const { crons } = readWorkerConfig();
  const twice = [...crons, ...crons].map((cron) => `fired ${cron}`);
  await vi.waitFor(() => expect(logs.toSorted()).toEqual(twice.toSorted()), 5000);
});

test('a killed workerd comes back on the same port', async () => {
  const { url, workerdPid } = await start();
  const before = await workerdPid();
  expect(before).toBeGreaterThan(0);
  process.kill(before ?? Number.NaN, 'SIGKILL');
  await vi.waitFor(async () => expect((await fetch(url)).status).toBe(200), 10_000);
  expect(await workerdPid()).not.toBe(before);
});
