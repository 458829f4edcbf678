import { expect, test } from 'vitest';
import {
  completeLock,
  describePlatform,
  type LockedPackages,
  listMissing,
} from './complete-lock.ts';
import { readLock } from './lock-file.ts';

const LOCK: LockedPackages = {
  '': {},
  'node_modules/tool': {
    version: '2.0.0',
    dev: true,
    optionalDependencies: { '@tool/cli-linux-x64': '2.0.0', '@tool/cli-darwin-arm64': '2.0.0' },
  },
  'node_modules/@tool/cli-linux-x64': { version: '2.0.0', optional: true },
  'node_modules/other/node_modules/tool': {
    version: '1.0.0',
    optionalDependencies: { '@tool/cli-linux-x64': '1.0.0' },
  },
};

test('the lock of this project names every optional dependency', async () => {
  const { packages } = await readLock();
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(listMissing(packages)).toEqual([]);
});

test('the lock of this project names no registry', async () => {
  const { packages } = await readLock();
  expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

test('a missing platform is added as npm would have written it', () => {
  expect(listMissing(LOCK)).toHaveLength(2);
  const completed = completeLock(LOCK);
  expect(completed['node_modules/@tool/cli-darwin-arm64']).toEqual({
    version: '2.0.0',
    os: ['darwin'],
    cpu: ['arm64'],
    dev: true,
    optional: true,
  });
  expect(
    completed['node_modules/other/node_modules/tool/node_modules/@tool/cli-linux-x64'],
  ).toEqual({
    version: '1.0.0',
    os: ['linux'],
    cpu: ['x64'],
    optional: true,
  });
  expect(listMissing(completed)).toEqual([]);
  expect(Object.keys(completed)[0]).toBe('');
});

test.each([
  ['@biomejs/cli-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
  ['@biomejs/cli-win32-arm64', { os: ['win32'], cpu: ['arm64'] }],
  ['@cloudflare/workerd-windows-64', { os: ['win32'], cpu: ['x64'] }],
  ['@cloudflare/workerd-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
  ['@rolldown/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
  ['@img/sharp-linuxmusl-x64', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
  ['@rolldown/binding-wasm32-wasi', { cpu: ['wasm32'] }],
])('%s', (name, platform) => {
  expect(describePlatform(name)).toEqual(platform);
});

test('a name without a platform is refused', () => {
  expect(() => describePlatform('left-pad')).toThrow('names no platform');
});
