import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatTime } from '../../shared/ui/format.ts';
import { editorUrl } from '../editor/opening/editor-start.ts';
import { ConfirmButton } from '../page/confirm-button.tsx';
import { shareUrl } from '../share/open-share-tab.ts';
import type { DraftSummary } from './draft.ts';
import { deleteDraft, listDrafts } from './store-drafts.ts';

/** What was taken and not shared yet; nothing when there is none. */
export function DraftList() {
  const [drafts, setDrafts] = useState<readonly DraftSummary[]>([]);
  const reload = async () => setDrafts(await listDrafts());
  useEffect(() => {
    void reload();
  }, []);

  if (drafts.length === 0) return null;
  return (
    <section class="card stack">
      <h2>{i18n.t('drafts.title')}</h2>
      <p class="small faded">{i18n.t('drafts.about')}</p>
      <ul class="shares stack">
        {drafts.map((draft) => (
          <li key={draft.id} class="row spread">
            <span>
              {i18n.t(`drafts.kinds.${draft.kind}`)} <bdi>{draft.title}</bdi>{' '}
              <span class="faded">{formatTime(new Date(draft.createdAt).toISOString())}</span>
            </span>
            <span class="row">
              <a
                class="button"
                href={(draft.kind === 'written' ? shareUrl : editorUrl)({ draft: draft.id })}
              >
                {i18n.t('drafts.goOn')}
              </a>
              <ConfirmButton
                label={i18n.t('drafts.discard')}
                title={i18n.t('drafts.discardTitle')}
                body={i18n.t('drafts.discardBody')}
                failed={i18n.t('drafts.discardFailed')}
                onConfirm={async () => {
                  await deleteDraft(draft.id);
                  await reload();
                }}
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
