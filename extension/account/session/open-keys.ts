import { browser } from 'wxt/browser';
import { isIdleTooLong } from '../../../shared/account/lock-rule.ts';
import { decodeBase64url, encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { KEY_BYTES, type SymmetricKey } from '../../../shared/crypto/brand.ts';
import { readSettings } from '../../settings/settings.ts';
import { announceAccountChange } from './announce-account.ts';

/* The user key of an open account. It lies in the browser's memory only, and is gone when the browser ends. */

const KEY = 'account-key';
const ACTIVE = 'account-active-at';
const REASON = 'account-lock-reason';
/** Fires every minute while the account is open. */
export const OPEN_ALARM = 'account-open';

interface OpenKey {
  /** base64url of 32 bytes. */
  readonly userKey: string;
  readonly generation: number;
}

export interface UserKey {
  readonly userKey: SymmetricKey;
  /** Which user key of the account this is: 1 until it is rotated. */
  readonly generation: number;
}

/** Why the account was locked, where it was not the person, the time or the browser's end. */
export type LockReason = 'key-renewed';

/** Unlocks the account in this browser. */
export async function keepUserKey({ userKey, generation }: UserKey): Promise<void> {
  const open: OpenKey = { userKey: encodeBase64url(userKey), generation };
  await browser.storage.session.set({ [KEY]: open, [ACTIVE]: Date.now() });
  await browser.storage.session.remove(REASON);
  await browser.alarms.create(OPEN_ALARM, { periodInMinutes: 1 });
  announceAccountChange();
}

/** The user key; undefined while the account is locked. */
export async function readUserKey(): Promise<UserKey | undefined> {
  await lockWhenIdle();
  const open = (await browser.storage.session.get(KEY))[KEY] as OpenKey | undefined;
  return (
    open && {
      userKey: decodeBase64url(open.userKey, KEY_BYTES) as SymmetricKey,
      generation: open.generation,
    }
  );
}

/** Takes the user key out of memory. What is synchronised lies sealed until somebody unlocks. */
export async function lockAccount(reason?: LockReason): Promise<void> {
  await browser.storage.session.remove([KEY, ACTIVE, REASON]);
  if (reason) await browser.storage.session.set({ [REASON]: reason });
  await browser.alarms.clear(OPEN_ALARM);
  announceAccountChange();
}

export async function readLockReason(): Promise<LockReason | undefined> {
  return (await browser.storage.session.get(REASON))[REASON] as LockReason | undefined;
}

/** Notes that the person uses Inkseal now. */
export async function noteActivity(): Promise<void> {
  await lockWhenIdle();
  const stored = await browser.storage.session.get(KEY);
  if (stored[KEY]) await browser.storage.session.set({ [ACTIVE]: Date.now() });
}

/** Locks after the time that is set, counted from what the person did last in a page of Inkseal. */
export async function lockWhenIdle(): Promise<void> {
  const { [ACTIVE]: activeAt } = await browser.storage.session.get(ACTIVE);
  if (typeof activeAt !== 'number') return void (await browser.alarms.clear(OPEN_ALARM));
  const { lockAfterMinutes } = await readSettings();
  if (isIdleTooLong(lockAfterMinutes, activeAt, Date.now())) await lockAccount();
}
