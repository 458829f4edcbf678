import { useRef, useState } from 'preact/hooks';
import type { ConfigAnswer } from '../../api/contract.ts';
import type { ShareContent } from '../../crypto/share.ts';
import './composer.css';
import { DEFAULT_CHOICES, type ShareChoices } from './share-choices.ts';
import { ShareForm } from './share-form.tsx';
import { SharedLink } from './shared-link.tsx';
import { SharingProgress } from './sharing-progress.tsx';
import type { UseSharing } from './use-sharing.ts';

interface SharePanelProps {
  /** From `useSharing`, so that the surface around knows where it stands (and hides its form once shared). */
  readonly sharing: UseSharing;
  /** From `useConfig`; nothing can be shared before it is known. */
  readonly config: ConfigAnswer | undefined;
  /** Size of the content so far. */
  readonly contentBytes: number;
  /** Called at the click on Share. `undefined`: there is nothing to share, and the surface has said so. */
  readonly getContent: () => ShareContent | undefined | Promise<ShareContent | undefined>;
  readonly initialChoices?: ShareChoices;
  /** What "Share another" does beside going back to the start; without it, there is no such button. */
  readonly onAnother?: () => void;
  /** The surface has put the link into the clipboard itself. */
  readonly wasCopied?: boolean;
}

/** Options and Share button, then progress, then the link under an h1 of its own. */
export function SharePanel(props: SharePanelProps) {
  const { sharing, config, contentBytes, getContent, onAnother, wasCopied = false } = props;
  const { state } = sharing;
  const [choices, setChoices] = useState(props.initialChoices ?? DEFAULT_CHOICES);
  const hasLeftForm = useRef(false);
  if (state.name !== 'idle') hasLeftForm.current = true;

  if (state.name === 'shared') {
    const startAgain = () => {
      setChoices({ ...choices, passphrase: '', note: '' });
      sharing.reset();
      onAnother?.();
    };
    return (
      <SharedLink
        share={state.share}
        wasCopied={wasCopied}
        {...(onAnother ? { onAnother: startAgain } : {})}
      />
    );
  }
  if (state.name !== 'idle') return <SharingProgress sharing={sharing} state={state} />;
  return config ? (
    <ShareForm
      config={config}
      contentBytes={contentBytes}
      getContent={getContent}
      choices={choices}
      onChange={setChoices}
      onShare={sharing.share}
      isBack={hasLeftForm.current}
    />
  ) : null;
}
