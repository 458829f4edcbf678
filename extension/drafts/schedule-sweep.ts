import { browser } from 'wxt/browser';
import { sweepDrafts } from './store-drafts.ts';

const ALARM = 'sweep-drafts';
const PERIOD_MINUTES = 12 * 60;

/** Sweeps old drafts twice a day. */
export function scheduleSweep(): void {
  browser.runtime.onInstalled.addListener(() => {
    void browser.alarms.create(ALARM, { periodInMinutes: PERIOD_MINUTES, delayInMinutes: 1 });
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void sweepDrafts();
  });
}
