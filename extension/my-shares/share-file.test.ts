import { expect, test } from 'vitest';
import { decodeBase64url, encodeBase64url } from '../../shared/crypto/base64url.ts';
import type { OwnerToken } from '../../shared/crypto/brand.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import { deriveShareId, hashOwnerToken } from '../../shared/crypto/share-id.ts';
import { type ExportedShare, readShareFile, writeShareFile } from './share-file.ts';

async function makeShare(label: string): Promise<ExportedShare> {
  const ownerToken = randomBytes(32) as OwnerToken;
  const id = await deriveShareId(await hashOwnerToken(ownerToken));
  return { id, ownerToken, label, origin: 'https://share.example', createdAt: 1_790_000_000_000 };
}

test('shares come back from a file under its passphrase', async () => {
  const shares = [await makeShare('One'), await makeShare('Zwei 🖋')];
  const file = await writeShareFile(shares, 'correct horse');
  expect(await readShareFile(file, 'correct horse')).toEqual(shares);
});

test('the file tells nothing without its passphrase', async () => {
  const share = await makeShare('Label');
  const file = await writeShareFile([share], 'correct horse');
  for (const word of ['Label', 'share.example', encodeBase64url(share.ownerToken)]) {
    expect(file).not.toContain(word);
  }
  await expect(readShareFile(file, 'Correct horse')).rejects.toMatchObject({ code: 'cannot-open' });
});

test('a file that was changed, or is none, is refused', async () => {
  const file = JSON.parse(await writeShareFile([await makeShare('x')], 'p'));
  const sealed = decodeBase64url(file.sealed);
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  const changed = JSON.stringify({ ...file, sealed: encodeBase64url(sealed) });
  await expect(readShareFile(changed, 'p')).rejects.toMatchObject({ code: 'cannot-open' });
  const newer = JSON.stringify({ ...file, version: 2 });
  for (const text of ['', 'x', 'null', '{}', '[]', newer]) {
    await expect(readShareFile(text, 'p')).rejects.toBeInstanceOf(SyntaxError);
  }
});

test('a row whose id is not its token’s, or whose server is not safe, is left out', async () => {
  const good = await makeShare('good');
  const other = await makeShare('other');
  const rows = [{ ...good, id: other.id }, { ...good, origin: 'http://share.example' }, good];
  expect(await readShareFile(await writeShareFile(rows, 'p'), 'p')).toEqual([good]);
});
