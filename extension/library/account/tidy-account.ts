import { BROWSER_SHELF } from '../library.ts';
import { openAccountPlace } from './account-place.ts';
import { accountStore } from './account-store.ts';
import { sweepStrays } from './sweep-strays.ts';

let isTidy = false;

/** Deletes stray parts of the account's library that are old enough; once a page, since it opens every record. */
export async function tidyAccount(): Promise<void> {
  if (isTidy) return;
  isTidy = true;
  const place = await openAccountPlace();
  if (!place) return;
  const { accountId, vault, setting } = place;
  const shelf = { ...BROWSER_SHELF, vault };
  await sweepStrays({ shelf, mirror: setting.mirror, notes: accountStore(accountId) });
}
