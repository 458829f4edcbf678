import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readWorkerConfig } from '../serving/worker-config.ts';
import { SECRET_NAMES, type SecretName } from './make-secrets.ts';
import { addMissingSecrets, rotateInFile } from './vars-file.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkseal-vars-'));
  path = join(folder, '.dev.vars');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function readSecret(name: SecretName): Promise<string> {
  const text = await readFile(path, 'utf8');
  return new RegExp(`^${name}='(.+)'$`, 'm').exec(text)?.[1] ?? '';
}

test('what makes secrets and what a deployment asks for are the same', () => {
  expect([...readWorkerConfig().requiredSecrets].sort()).toEqual([...SECRET_NAMES].sort());
});

test('the first run makes every secret, for its owner alone', async () => {
  expect(await addMissingSecrets(path)).toEqual(SECRET_NAMES);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readSecret('ADDRESS_KEY')).toMatch(/^[\w-]{43}$/);
  const { keys } = JSON.parse(await readSecret('TOKEN_KEYS'));
  expect(keys).toMatchObject([{ kty: 'EC', crv: 'P-256', alg: 'ES256', d: expect.any(String) }]);
  const sealingKeys = JSON.parse(await readSecret('SEALING_KEYS'));
  expect(Object.entries(sealingKeys)).toEqual([
    [expect.stringMatching(/^k\d{4}-\d\d-\d\d-/), expect.stringMatching(/^[\w-]{43}$/)],
  ]);
  expect(await readdir(folder)).toEqual(['.dev.vars']);
});

test('what is there is kept, what is missing is added, once', async () => {
  await writeFile(path, '# mine\nADDRESS_KEY=kept\nSMTP_URL="smtps://mail.example"');
  const added = await addMissingSecrets(path);
  expect(added).toEqual(SECRET_NAMES.filter((name) => name !== 'ADDRESS_KEY'));
  const text = await readFile(path, 'utf8');
  expect(text.startsWith('# mine\nADDRESS_KEY=kept\nSMTP_URL="smtps://mail.example"\n')).toBe(true);
  expect(text.match(/^ADDRESS_KEY=/gm)).toHaveLength(1);
  expect(await addMissingSecrets(path)).toEqual([]);
  expect(await readFile(path, 'utf8')).toBe(text);
});

test.each(['SEALING_KEYS', 'AUTH_PEPPERS'] as const)(
  'a new key of %s comes in front of those that still serve; later they go',
  async (name) => {
    await addMissingSecrets(path);
    const [[firstId] = ['']] = Object.entries(JSON.parse(await readSecret(name)));
    await rotateInFile(path, name, false);
    const rotated = JSON.parse(await readSecret(name));
    expect(Object.keys(rotated)).toEqual([expect.not.stringMatching(firstId), firstId]);
    await rotateInFile(path, name, true);
    const [newestId = ''] = Object.keys(rotated);
    expect(JSON.parse(await readSecret(name))).toEqual({ [newestId]: rotated[newestId] });
  },
);

test('a new token key signs; of the one before the public half stays, of older ones nothing', async () => {
  await addMissingSecrets(path);
  const [first] = JSON.parse(await readSecret('TOKEN_KEYS')).keys;
  await rotateInFile(path, 'TOKEN_KEYS', false);
  const { d: _private, ...published } = first;
  const [second, ...older] = JSON.parse(await readSecret('TOKEN_KEYS')).keys;
  expect(second.d).toMatch(/^[\w-]{43}$/);
  expect(second.kid).not.toBe(first.kid);
  expect(older).toEqual([published]);
  await rotateInFile(path, 'TOKEN_KEYS', false);
  const third = JSON.parse(await readSecret('TOKEN_KEYS')).keys;
  expect(third).toHaveLength(2);
  expect(third[1].kid).toBe(second.kid);
  await rotateInFile(path, 'TOKEN_KEYS', true);
  expect(JSON.parse(await readSecret('TOKEN_KEYS')).keys).toHaveLength(1);
});

test('nothing else in the file changes', async () => {
  await writeFile(path, '# mine\nexport ADDRESS_KEY = "kept"\nOTHER=\'1\'\nADDRESS_KEY_OLD=2\n');
  await rotateInFile(path, 'ADDRESS_KEY', false);
  expect(await readFile(path, 'utf8')).toMatch(
    /^# mine\nADDRESS_KEY='[\w-]{43}'\nOTHER='1'\nADDRESS_KEY_OLD=2\n$/,
  );
});

test('what is not there is not rotated', async () => {
  await expect(rotateInFile(path, 'TOKEN_KEYS', false)).rejects.toThrow('has no TOKEN_KEYS');
});
