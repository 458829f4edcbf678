import { browser } from 'wxt/browser';
import { OPEN_ALARM } from '../../account/session/open-keys.ts';
import { SYNC_LOCK } from './account-mirror.ts';
import { openPlace } from './account-opening.ts';
import { openAccountPlace, openAccountPlaceBy } from './account-place.ts';
import { syncPlace } from './sync-place.ts';

/**
 * Brings what was changed to the account also when no page is open: looked at every minute while the account is, when
 * this worker starts, and when the network is back.
 */
export function listenForWaitingChanges(): void {
  openAccountPlaceBy(openPlace);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === OPEN_ALARM) void pushWaiting();
  });
  addEventListener('online', () => void pushWaiting());
  void pushWaiting();
}

/** Where it fails, what was changed still waits, and the next minute tries again. */
async function pushWaiting(): Promise<void> {
  try {
    const place = await openAccountPlace();
    if (!place || (await place.setting.mirror.changed()).length === 0) return;
    await navigator.locks.request(SYNC_LOCK, { ifAvailable: true }, async (lock) => {
      // A page does it already.
      if (lock) await syncPlace(place);
    });
  } catch {
    // Nobody looks; a page that is opened says what is wrong.
  }
}
