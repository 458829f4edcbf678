import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ShareContent } from '../../shared/crypto/share.ts';
import { isLocked } from '../../shared/keys/sealed-store.ts';
import {
  type ContentDraft,
  draftBytes,
  draftContent,
  EMPTY_DRAFT,
  findDraftProblem,
} from '../../shared/ui/composer/content-draft.ts';
import { ContentForm } from '../../shared/ui/composer/content-form.tsx';
import { PageHeading } from '../../shared/ui/page-heading.tsx';
import { useLeaveWarning } from '../../shared/ui/use-leave-warning.ts';
import type { Draft, WrittenDraft } from '../drafts/draft.ts';
import { putDraft } from '../drafts/store-drafts.ts';
import type { Settings } from '../settings/settings.ts';
import { KeepingPanel } from './keeping-panel.tsx';
import { useKeptSharing } from './use-kept-sharing.ts';

interface ShareWrittenProps {
  readonly settings: Settings;
  /** What was begun before. */
  readonly draft?: Draft & WrittenDraft;
  readonly begin?: 'text' | 'files';
}

/** Shares a text and files. From the click on Share until all is done they lie in a draft, so that nothing is lost. */
export function ShareWritten({ settings, draft, begin = 'text' }: ShareWrittenProps) {
  const [content, setContent] = useState<ContentDraft>(draft ?? EMPTY_DRAFT);
  const [hasTried, setTried] = useState(false);
  const draftId = useRef(draft?.id);
  const kept = useKeptSharing({ settings, label: labelOf(content), draftId });
  const { sharing, config } = kept;
  const bytes = draftBytes(content);
  const problem = config && hasTried ? findDraftProblem(content, config) : undefined;
  const stage = sharing.state.name;
  useLeaveWarning(bytes > 0 && stage !== 'shared');

  useEffect(() => {
    const first = begin === 'files' ? 'input[type="file"]' : 'textarea';
    document.querySelector<HTMLElement>(first)?.focus();
  }, []);

  function change(changed: ContentDraft): void {
    setContent(changed);
    setTried(config !== undefined && draftBytes(changed) > config.content.itemBytes);
  }

  async function getContent(): Promise<ShareContent | undefined> {
    setTried(true);
    if (config && findDraftProblem(content, config)) return undefined;
    const { text, files } = content;
    try {
      draftId.current = await putDraft({ kind: 'written', text, files }, draftId.current);
    } catch (error) {
      // Of an account that was locked meanwhile, the draft stays as it was: what is on the screen is shared all the same.
      if (!isLocked(error)) throw error;
    }
    return draftContent(content);
  }

  return (
    <div class="card stack">
      {stage !== 'shared' && (
        <>
          <PageHeading title={i18n.t('share.textTitle')} />
          <ContentForm
            draft={content}
            onChange={change}
            config={config}
            problem={problem}
            isDisabled={stage !== 'idle'}
          />
        </>
      )}
      <KeepingPanel
        kept={kept}
        contentBytes={bytes}
        getContent={getContent}
        onAnother={() => change(EMPTY_DRAFT)}
      />
    </div>
  );
}

/** Says the kind only: what is in a share is not for a list. */
function labelOf({ text, files }: ContentDraft): string {
  return text === '' ? i18n.t('labels.files', files.length) : i18n.t('labels.text');
}
