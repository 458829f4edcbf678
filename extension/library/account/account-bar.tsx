import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useAccount } from '../../account/use-account.ts';
import { ConfirmButton } from '../../page/confirm-button.tsx';
import type { LibraryContent, UseLibrary } from '../page/use-library.ts';
import { ClashNotice } from './clash-notice.tsx';
import { findClashing } from './decide-clash.ts';
import { emptyOldBin } from './empty-old-bin.ts';
import type { PlaceName } from './joined-vault.ts';
import { moveToPlace, sweepMoved } from './move-diagrams.ts';
import { SyncStatus } from './sync-status.tsx';
import { tidyAccount } from './tidy-account.ts';
import { useSync } from './use-sync.ts';

export interface AccountBarProps {
  readonly content: LibraryContent;
  readonly act: UseLibrary['act'];
  readonly onChanged: () => void;
}

/** How the library stands to the account: what is in it, whether all of it is there, and the way in and out. */
export function AccountBar({ content, act, onChanged }: AccountBarProps) {
  const account = useAccount();
  const state = useSync(onChanged);
  const { diagrams, accountIds } = content;
  useEffect(() => {
    // Where this or the next fails, the next visit tries again.
    void sweepMoved([...accountIds]).catch(() => {});
  }, []);
  useEffect(() => {
    void emptyOldBin(diagrams, accountIds).catch(() => {});
  }, [diagrams, accountIds]);
  useEffect(() => {
    if (state.name !== 'done') return;
    void tidyAccount().catch(() => {});
    if (!content.isAccountRead) onChanged();
  }, [state.name]);
  if (account.name === 'loading' || account.name === 'none') return null;
  if (account.name === 'ended' || account.name === 'locked') {
    if (accountIds.size === 0) return null;
    return (
      <p class="notice row spread">
        <span>
          {i18n.t('sync.locked', accountIds.size)}
          {account.name === 'locked' && account.reason && ` ${i18n.t('sync.lockedRenewed')}`}
        </span>
        <a class="button" href="/account.html">
          {i18n.t(account.name === 'locked' ? 'sync.unlock' : 'sync.signIn')}
        </a>
      </p>
    );
  }
  const here = diagrams.filter(({ id }) => !accountIds.has(id)).map(({ id }) => id);
  const there = diagrams.filter(({ id }) => accountIds.has(id)).map(({ id }) => id);
  return (
    <section class="card stack tight account-bar" aria-label={i18n.t('sync.label')}>
      <SyncStatus state={state} count={there.length} />
      <div class="row">
        {here.length > 0 && <MoveButton place="account" ids={here} act={act} />}
        {there.length > 0 && <MoveButton place="browser" ids={there} act={act} />}
      </div>
      <ClashNotice copies={findClashing(diagrams)} act={act} />
    </section>
  );
}

interface MoveButtonProps {
  readonly place: PlaceName;
  readonly ids: LibraryContent['diagrams'][number]['id'][];
  readonly act: UseLibrary['act'];
}

function MoveButton({ place, ids, act }: MoveButtonProps) {
  const [done, setDone] = useState<number>();
  if (done !== undefined) {
    return (
      <progress value={done} max={ids.length} aria-label={i18n.t(`sync.move.${place}.label`)} />
    );
  }
  return (
    <ConfirmButton
      label={i18n.t(`sync.move.${place}.label`)}
      title={i18n.t(`sync.move.${place}.title`, ids.length)}
      body={i18n.t(`sync.move.${place}.body`)}
      failed={i18n.t('library.failed')}
      onConfirm={async () => {
        setDone(0);
        await act(i18n.t(`sync.move.${place}.done`, ids.length), () =>
          moveToPlace(ids, place, setDone),
        );
        setDone(undefined);
      }}
    />
  );
}
