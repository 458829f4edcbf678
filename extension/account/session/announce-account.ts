const CHANNEL = 'inkseal-account';

let opened: BroadcastChannel | undefined;

/** One a page, which hears all but what it says itself; the page's own listeners are told beside it. */
function openChannel(): BroadcastChannel {
  opened ??= new BroadcastChannel(CHANNEL);
  return opened;
}

const listeners = new Set<() => void>();

/** Tells every page, this one too, that the account was signed in to, left, ended, locked or unlocked. */
export function announceAccountChange(): void {
  openChannel().postMessage('changed');
  for (const listen of listeners) listen();
}

/** Calls `listen` whenever that happens, until the returned function is called. */
export function listenForAccountChanges(listen: () => void): () => void {
  listeners.add(listen);
  const channel = openChannel();
  channel.addEventListener('message', listen);
  return () => {
    listeners.delete(listen);
    channel.removeEventListener('message', listen);
  };
}
