import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFile, cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { prepareUpload } from '../../shared/api/client/create-share.ts';
import { readStatus } from '../../shared/api/client/own-share.ts';
import { sealShare } from '../../shared/crypto/share.ts';
import { ROOT } from '../root.ts';
import { findFreePort } from './free-port.ts';
import { NpmScript, type RunningProcess, waitUntilGone } from './testing/npm-script.ts';

const NOT_SOURCES = new Set([
  '.git',
  '.wrangler',
  '.wxt',
  '.dev.vars',
  'dist',
  'node_modules',
  'test-results',
]);

/** One of the extension's pages: what all of them take to build has nothing to do with serving. */
const PAGE = 'my-shares';

/** A copy of the sources, as after `git clone` and `npm ci`: nothing built, no state, no secrets. */
let checkout: string;
/** Builds the checkout for all tests here. */
let start: NpmScript;
let startUrl: string;
const started: NpmScript[] = [];

beforeAll(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'inkseal-checkout-'));
  const filter = (source: string) =>
    !NOT_SOURCES.has(basename(source)) &&
    (basename(dirname(source)) !== 'entrypoints' || basename(source) === PAGE);
  await cp(ROOT, checkout, { recursive: true, filter });
  await symlink(join(ROOT, 'node_modules'), join(checkout, 'node_modules'));
  start = new NpmScript('start', checkout, { PORT: '0', STATE_DIR: join(checkout, 'start') });
  startUrl = await start.waitForUrl();
});

afterEach(async () => {
  await Promise.all(started.splice(0).map(kill));
});

afterAll(async () => {
  await kill(start);
  await rm(checkout, { recursive: true, force: true });
});

/** On a state of its own, unless told. */
function serve(environment: Readonly<Record<string, string>> = {}): NpmScript {
  const stateDir = join(checkout, `state-${randomUUID()}`);
  const npm = new NpmScript('serve', checkout, { PORT: '0', STATE_DIR: stateDir, ...environment });
  started.push(npm);
  return npm;
}

/** A server that can't start; npm, which would only pass that on, takes longer to start than it. */
async function serveInVain(
  environment: Readonly<Record<string, string>>,
): Promise<{ code: unknown; stderr: string }> {
  const options = { cwd: checkout, env: { ...process.env, ...environment } };
  try {
    await promisify(execFile)(process.execPath, ['scripts/serve.ts'], options);
    return { code: 0, stderr: '' };
  } catch (error) {
    return error as { code: unknown; stderr: string };
  }
}

async function kill(npm: NpmScript): Promise<void> {
  const processes = npm.listProcesses();
  if (processes.length > 0) npm.signalAll('SIGKILL');
  await waitUntilGone(processes);
}

test('npm start builds, serves, says how to load the extension, and leaves no process after Ctrl-C', async () => {
  const [, folder = ''] = await start.waitFor(/“Load unpacked” and choose (\S+)\n/);
  expect(start.stdout).toContain('chrome://extensions');
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  expect(manifest.manifest_version).toBe(3);
  expect(start.stdout).toContain('Wrote .dev.vars');
  expect((await fetch(`${startUrl}/`)).headers.get('content-type')).toContain('text/html');

  const processes = start.listProcesses();
  start.signalAll('SIGINT');
  expect(await waitUntilGone(processes)).toEqual([]);
});

test('npm run serve prints one line when ready; its port is its own; kill -9 of npm leaves no process', async () => {
  // Neither is a secret that a deployment asks for.
  const issuer = "OIDC_ISSUER='https://id.example'\nOIDC_CLIENT_ID='inkseal'\n";
  await appendFile(join(checkout, '.dev.vars'), issuer);
  const port = await findFreePort();
  const npm = serve({ PORT: String(port) });
  const url = await npm.waitForUrl();
  expect(npm.stdout.match(/Inkseal is at/g)).toHaveLength(1);
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  const config = await (await fetch(`${url}/api/v1/config`)).json();
  expect(config).toMatchObject({ identityProvider: 'id.example' });

  const onItsPort = await serveInVain({ PORT: String(port) });
  expect(onItsPort).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(
      `Port ${port} is taken: choose another one with PORT=${port + 1}, or any free one with PORT=0.`,
    ),
  });
  expect(onItsPort.stderr).not.toContain(' at ');

  const processes = npm.listProcesses();
  npm.signalNpm('SIGKILL');
  expect(await waitUntilGone(processes)).toEqual([]);
});

test('SIGTERM and SIGINT to npm alone leave no process, and what was stored survives them', async () => {
  const items = [{ type: 'text/plain', data: new Blob(['kept']) }];
  const sealed = await sealShare({ kind: 'text', items });
  const { id } = sealed.link;
  const STATE_DIR = join(checkout, 'kept');

  const first = serve({ STATE_DIR });
  const firstUrl = await first.waitForUrl();
  await prepareUpload(firstUrl, sealed, { views: 3, expiresInSeconds: 3600 }).run();
  const processes = first.listProcesses();
  first.signalNpm('SIGTERM');
  expect(await waitUntilGone(processes)).toEqual([]);

  const second = serve({ STATE_DIR });
  const origin = await second.waitForUrl();
  const status = await readStatus({ origin, id, ownerToken: sealed.ownerToken });
  expect(status).toMatchObject({ state: 'active', views: 3, remaining: 3 });
  const others = second.listProcesses();
  second.signalNpm('SIGINT');
  expect(await waitUntilGone(others)).toEqual([]);
});

test('kill -9 of the server leaves no process, not even a workerd that was started again', async () => {
  const npm = serve();
  const url = await npm.waitForUrl();
  const workerd = npm.listProcesses().find(isWorkerd);
  const server = npm.listProcesses().find(({ pid }) => pid === workerd?.parent);
  if (workerd === undefined || server === undefined) throw new Error('There is no server');
  expect(server.command).toContain('scripts/serve.ts');
  process.kill(workerd.pid, 'SIGKILL');
  await vi.waitFor(async () => expect((await fetch(url)).status).toBe(200), 10_000);
  const processes = npm.listProcesses();
  expect(processes.filter(isWorkerd)).toHaveLength(1);
  process.kill(server.pid, 'SIGKILL');
  expect(await waitUntilGone(processes)).toEqual([]);
});

function isWorkerd({ command }: RunningProcess): boolean {
  return command.includes('/workerd serve ');
}
