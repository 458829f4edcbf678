import { browser } from 'wxt/browser';

/** Shows once, after the installation, what Inkseal is for: the library, in which nothing is yet. */
export function listenForInstallation(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') {
      void browser.tabs.create({ url: browser.runtime.getURL('/library.html') });
    }
  });
}
