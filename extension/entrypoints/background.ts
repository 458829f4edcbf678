import { defineBackground } from 'wxt/utils/define-background';
import { listenForLock } from '../account/lock/listen-for-lock.ts';
import { listenForCaptures } from '../capture/listen-for-captures.ts';
import { listenForMenus } from '../context-menus/listen-for-menus.ts';
import { scheduleSweep } from '../drafts/schedule-sweep.ts';
import { listenForWaitingChanges } from '../library/account/listen-for-waiting.ts';
import { listenForInstallation } from '../library/first-run.ts';
import { listenForClosedTabs } from '../library/originals/listen-for-closed-tabs.ts';

export default defineBackground({
  type: 'module',
  main() {
    listenForCaptures();
    listenForMenus();
    scheduleSweep();
    listenForClosedTabs();
    listenForInstallation();
    listenForLock();
    listenForWaitingChanges();
  },
});
