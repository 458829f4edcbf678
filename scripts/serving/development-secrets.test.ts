import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SECRET_NAMES } from '../secrets/make-secrets.ts';
import { writeDevelopmentSecrets } from './development-secrets.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inkseal-vars-'));
  path = join(folder, '.dev.vars');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('the first run makes every secret, for its owner alone', async () => {
  expect(await writeDevelopmentSecrets(path)).toEqual(SECRET_NAMES);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const text = await readFile(path, 'utf8');
  expect(text).toMatch(/^AUTH_PEPPER='[\w-]{43}'$/m);
  const tokenKeys = JSON.parse(/^TOKEN_KEYS='(.+)'$/m.exec(text)?.[1] ?? '');
  expect(tokenKeys.keys).toMatchObject([{ kty: 'EC', crv: 'P-256', alg: 'ES256' }]);
  const sealingKeys = JSON.parse(/^SEALING_KEYS='(.+)'$/m.exec(text)?.[1] ?? '');
  expect(Object.entries(sealingKeys)).toEqual([
    [expect.stringMatching(/^k\d{4}-\d\d-\d\d-/), expect.stringMatching(/^[\w-]{43}$/)],
  ]);
});

test('what is there is kept, what is missing is added, once', async () => {
  await writeFile(path, '# mine\nADDRESS_KEY=kept\nSMTP_URL="smtps://mail.example"');
  const added = await writeDevelopmentSecrets(path);
  expect(added).toEqual(SECRET_NAMES.filter((name) => name !== 'ADDRESS_KEY'));
  const text = await readFile(path, 'utf8');
  expect(text.startsWith('# mine\nADDRESS_KEY=kept\nSMTP_URL="smtps://mail.example"\n')).toBe(true);
  expect(text.match(/^ADDRESS_KEY=/gm)).toHaveLength(1);
  expect(await writeDevelopmentSecrets(path)).toEqual([]);
  expect(await readFile(path, 'utf8')).toBe(text);
});
