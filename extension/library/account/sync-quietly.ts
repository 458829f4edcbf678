import { runSync } from './run-sync.ts';

/** Keeps the account's library up to date as long as a page is open that does not show how it stands. */
export function syncQuietly(): void {
  runSync({ onState: () => {}, onChanged: () => {} });
}
