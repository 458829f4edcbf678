import type { DiagramId } from './model/diagram.ts';

/** What changed in the library of this profile, told to its other pages. */
export interface LibraryChange {
  /** Left out where it is about more than one diagram. */
  readonly id?: DiagramId;
  /** The new newest version, where there is one. */
  readonly version?: number;
}

let opened: BroadcastChannel | undefined;

/** One a page, which hears all but what it says itself. */
function openChannel(): BroadcastChannel {
  opened ??= new BroadcastChannel('inkseal-library');
  return opened;
}

export function announceChange(change: LibraryChange): void {
  openChannel().postMessage(change);
}

/** Calls `listen` for what other pages change, until the returned function is called. */
export function listenForChanges(listen: (change: LibraryChange) => void): () => void {
  const hear = ({ data }: MessageEvent<LibraryChange>) => listen(data);
  const channel = openChannel();
  channel.addEventListener('message', hear);
  return () => channel.removeEventListener('message', hear);
}
