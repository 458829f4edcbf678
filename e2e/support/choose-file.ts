import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Locator, test } from '@playwright/test';

/** From here on the disk is quicker: what is sent to the browser takes it half a second a megabyte. */
const LARGE_BYTES = 50_000;

/** Chooses a file in a field for files; a small one may have a name that no disk takes. */
export async function chooseFile(field: Locator, name: string, bytes: Uint8Array): Promise<void> {
  if (bytes.length < LARGE_BYTES) {
    await field.setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
    return;
  }
  const path = test.info().outputPath('chosen', name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  await field.setInputFiles(path);
}
