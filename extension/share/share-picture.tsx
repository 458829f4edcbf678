import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ShareContent } from '../../shared/crypto/share.ts';
import { fitExpiry } from '../../shared/ui/composer/share-choices.ts';
import { PageHeading } from '../../shared/ui/page-heading.tsx';
import type { Draft, PictureDraft } from '../drafts/draft.ts';
import type { Settings } from '../settings/settings.ts';
import { KeepingPanel } from './keeping-panel.tsx';
import { pictureName } from './picture-name.ts';
import { PicturePreview } from './picture-preview.tsx';
import { choicesFrom, useKeptSharing } from './use-kept-sharing.ts';

interface SharePictureProps {
  readonly draft: Draft & PictureDraft;
  readonly settings: Settings;
}

/** Shares a picture that was taken; where the user wants that, at once. */
export function SharePicture({ draft, settings }: SharePictureProps) {
  const { data, notice } = draft;
  const [name] = useState(() => pictureName(draft));
  const kept = useKeptSharing({
    settings,
    label: i18n.t('labels.picture', [draft.title ?? '']).trim(),
    draftId: useRef<string | undefined>(draft.id),
    copyAtOnce: settings.shareAtOnce,
  });
  const { sharing, config } = kept;
  const content: ShareContent = { kind: 'files', items: [{ name, type: data.type, data }] };

  useEffect(() => {
    if (!settings.shareAtOnce || !config || sharing.state.name !== 'idle') return;
    sharing.share(content, fitExpiry(choicesFrom(settings), data.size, config));
  }, [config]);

  return (
    <>
      {notice && (
        <p class="notice" role="status">
          {i18n.t(notice === 'image-not-allowed' ? 'share.imageSeen' : 'share.imageNotFound')}
        </p>
      )}
      {sharing.state.name === 'idle' && <PageHeading title={i18n.t('share.pictureTitle')} />}
      <div class="card stack">
        <PicturePreview data={data} name={name} isAside={sharing.state.name === 'shared'} />
        <KeepingPanel kept={kept} contentBytes={data.size} getContent={() => content} />
      </div>
    </>
  );
}
