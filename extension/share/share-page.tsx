import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { isLocked } from '../../shared/keys/sealed-store.ts';
import { PageHeading } from '../../shared/ui/page-heading.tsx';
import { listenForAccountChanges } from '../account/session/announce-account.ts';
import type { Draft } from '../drafts/draft.ts';
import { readDraft } from '../drafts/store-drafts.ts';
import { editorUrl } from '../editor/opening/editor-start.ts';
import { PageFrame } from '../page/page-frame.tsx';
import type { Settings } from '../settings/settings.ts';
import { readShareStart, type ShareStart } from './open-share-tab.ts';
import { SharePicture } from './share-picture.tsx';
import { ShareWritten } from './share-written.tsx';

interface SharePageProps {
  readonly settings: Settings;
}

/** Where a share is made: of a picture that was taken, or of what is written and attached here. */
export function SharePage({ settings }: SharePageProps) {
  const [start] = useState(() => readShareStart(location.hash));
  return (
    <PageFrame>
      {'draft' in start ? (
        <DraftShare id={start.draft} settings={settings} />
      ) : (
        <FreshShare start={start} settings={settings} />
      )}
    </PageFrame>
  );
}

function DraftShare({ id, settings }: SharePageProps & { readonly id: string }) {
  const [draft, setDraft] = useState<Draft | 'gone' | 'locked'>();
  useEffect(() => {
    const open = () =>
      void readDraft(id).then(
        (found) => setDraft(found ?? 'gone'),
        (error) => setDraft(isLocked(error) ? 'locked' : 'gone'),
      );
    open();
    // Once it is open, what was typed in the page is newer than the draft.
    if (draft === 'locked') return listenForAccountChanges(open);
  }, [id, draft === 'locked']);

  if (!draft) return null;
  if (draft === 'locked') {
    return (
      <div class="card stack">
        <PageHeading title={i18n.t('share.textTitle')} />
        <p class="notice row spread">
          <span>{i18n.t('share.locked')}</span>
          <a class="button" href="/account.html" target="_blank" rel="noopener">
            {i18n.t('sync.unlock')}
          </a>
        </p>
      </div>
    );
  }
  if (draft === 'gone') {
    return (
      <div class="card stack">
        <PageHeading title={i18n.t('share.draftGone')} />
        <p>{i18n.t('share.draftGoneAbout')}</p>
      </div>
    );
  }
  if (draft.kind === 'scene') {
    location.replace(editorUrl({ draft: id }));
    return null;
  }
  return draft.kind === 'picture' ? (
    <SharePicture draft={draft} settings={settings} />
  ) : (
    <ShareWritten draft={draft} settings={settings} />
  );
}

interface FreshShareProps extends SharePageProps {
  readonly start: Exclude<ShareStart, { draft: string }>;
}

function FreshShare({ start, settings }: FreshShareProps) {
  return (
    <>
      {'cannotCapture' in start && (
        <div class="notice stack" role="alert">
          <p>{i18n.t(`whyNot.${start.cannotCapture}`)}</p>
          <p>{i18n.t('share.stillWorks')}</p>
        </div>
      )}
      <ShareWritten settings={settings} begin={'write' in start ? start.write : 'text'} />
    </>
  );
}
