import { browser } from 'wxt/browser';
import { lockAccount, lockWhenIdle, OPEN_ALARM } from '../session/open-keys.ts';

const COMMAND = 'lock-account';

/** Locks the account by key, and when nobody used Inkseal for the time that is set. */
export function listenForLock(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === OPEN_ALARM) void lockWhenIdle();
  });
  browser.commands.onCommand.addListener((command) => {
    if (command === COMMAND) void lockAccount();
  });
}
