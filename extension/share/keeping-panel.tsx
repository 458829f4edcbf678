import { i18n } from '#i18n';
import type { ShareContent } from '../../shared/crypto/share.ts';
import { SharePanel } from '../../shared/ui/composer/share-panel.tsx';
import type { KeptSharing } from './use-kept-sharing.ts';

interface KeepingPanelProps {
  readonly kept: KeptSharing;
  readonly contentBytes: number;
  /** Undefined: there is nothing to share, and the surface has said so. */
  readonly getContent: () => ShareContent | undefined | Promise<ShareContent | undefined>;
  readonly onAnother?: () => void;
}

/** The share panel, with what the extension has to say around it. */
export function KeepingPanel({ kept, ...panel }: KeepingPanelProps) {
  const { sharing, config, choices, outcome, isFailed, reload } = kept;
  return (
    <>
      {isFailed && !config && (
        <div class="notice stack" role="alert">
          <p>{i18n.t('share.noServer')}</p>
          <div class="row">
            <button type="button" onClick={reload}>
              {i18n.t('share.tryAgain')}
            </button>
            <a href="/settings.html">{i18n.t('places.settings')}</a>
          </div>
        </div>
      )}
      {outcome?.copied !== undefined && (
        <p class="notice" role="status">
          {i18n.t(outcome.copied ? 'share.linkCopied' : 'share.linkNotCopied')}
        </p>
      )}
      {outcome?.kept === false && <p class="notice">{i18n.t('share.notKept')}</p>}
      <SharePanel
        sharing={sharing}
        config={config}
        initialChoices={choices}
        wasCopied={outcome?.copied === true}
        {...panel}
      />
    </>
  );
}
