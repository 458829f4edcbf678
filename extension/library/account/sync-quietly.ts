import { onceSignedIn } from '../../account/session/once-signed-in.ts';

/** Keeps the account's library up to date as long as a page is open that does not show how it stands. */
export function syncQuietly(): void {
  onceSignedIn(async () => {
    const { runSync } = await import('./account-code.ts');
    runSync({ onState: () => {}, onChanged: () => {} });
  });
}
