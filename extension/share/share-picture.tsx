import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ShareContent } from '../../shared/crypto/share.ts';
import { fitExpiry } from '../../shared/ui/composer/share-choices.ts';
import { PageHeading } from '../../shared/ui/page-heading.tsx';
import type { Draft, PictureDraft } from '../drafts/draft.ts';
import { noticeWords } from '../drafts/notice-words.ts';
import type { Settings } from '../settings/settings.ts';
import { KeepingPanel } from './keeping-panel.tsx';
import { partName, pictureName } from './picture-name.ts';
import { PicturePreview } from './picture-preview.tsx';
import { choicesFrom, useKeptSharing } from './use-kept-sharing.ts';

interface SharePictureProps {
  readonly draft: Draft & PictureDraft;
  readonly settings: Settings;
}

/** Shares a picture that was taken; where the user wants that, at once. */
export function SharePicture({ draft, settings }: SharePictureProps) {
  const { data, notice, tiles } = draft;
  const [name] = useState(() => pictureName(draft));
  const kept = useKeptSharing({
    settings,
    label: i18n.t('labels.picture', [draft.title ?? '']).trim(),
    draftId: useRef<string | undefined>(draft.id),
    copyAtOnce: settings.shareAtOnce,
  });
  const { sharing, config } = kept;
  const parts = tiles?.map((tile) => tile.data) ?? [data];
  const contentBytes = parts.reduce((sum, part) => sum + part.size, 0);
  const content: ShareContent = {
    kind: 'files',
    items: parts.map((part, i) => ({ name: partName(name, i), type: part.type, data: part })),
  };

  useEffect(() => {
    if (!settings.shareAtOnce || !config || sharing.state.name !== 'idle') return;
    sharing.share(content, fitExpiry(choicesFrom(settings), contentBytes, config));
  }, [config]);

  return (
    <>
      {notice && (
        <p class="notice" role="status">
          {noticeWords(notice)}
        </p>
      )}
      {tiles && (
        <p class="notice" role="status">
          {i18n.t('capture.notices.tiles', [String(tiles.length)])}
        </p>
      )}
      {sharing.state.name === 'idle' && <PageHeading title={i18n.t('share.pictureTitle')} />}
      <div class="card stack">
        <PicturePreview data={data} name={name} isAside={sharing.state.name === 'shared'} />
        <KeepingPanel kept={kept} contentBytes={contentBytes} getContent={() => content} />
      </div>
    </>
  );
}
