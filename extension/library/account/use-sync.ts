import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
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
        nameCopy: (name) => i18n.t('sync.copyName', [name || i18n.t('library.unnamed')]),
      }),
    [],
  );
  return state;
}
