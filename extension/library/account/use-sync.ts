import { useEffect, useRef, useState } from 'preact/hooks';
import { runSync, type SyncState } from './run-sync.ts';

/** Keeps the account's library up to date while the page is open. */
export function useSync(onChanged: () => void): SyncState {
  const [state, setState] = useState<SyncState>({ name: 'off' });
  const latest = useRef(onChanged);
  latest.current = onChanged;
  useEffect(
    () =>
      runSync({
        onState: setState,
        onChanged: () => latest.current(),
      }),
    [],
  );
  return state;
}
