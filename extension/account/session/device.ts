import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { OBJECT_ID_BYTES } from '../../../shared/crypto/brand.ts';
import { randomBytes } from '../../../shared/crypto/bytes.ts';
import { openDatabase } from '../../storage/database.ts';
import { nameBrowser } from './name-browser.ts';

/** This browser profile as its account knows it. */
export interface Device {
  /** base64url of 16 random bytes, the same as long as the profile lives. */
  readonly id: string;
  /** What its owner knows it by: `Chromium on Linux`. */
  readonly name: string;
}

const KEY = 'device';

export async function readDevice(): Promise<Device> {
  const database = await openDatabase();
  const transaction = database.transaction('account', 'readwrite');
  let id = await transaction.store.get(KEY);
  if (typeof id !== 'string') {
    id = encodeBase64url(randomBytes(OBJECT_ID_BYTES));
    await transaction.store.put(id, KEY);
  }
  await transaction.done;
  return { id, name: nameBrowser(navigator) };
}
