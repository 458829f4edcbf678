import { useState } from 'preact/hooks';
import type { ConfigAnswer } from '../../api/contract.ts';
import type { ShareContent } from '../../crypto/share.ts';
import * as text from '../text/composer.ts';
import './composer.css';
import {
  type ChoiceProblems,
  DEFAULT_CHOICES,
  findProblems,
  fitExpiry,
  type ShareChoices,
} from './share-choices.ts';
import { ShareOptions } from './share-options.tsx';
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
  const { sharing, config, contentBytes, getContent, onAnother } = props;
  const { state } = sharing;
  const [chosen, setChosen] = useState(props.initialChoices ?? DEFAULT_CHOICES);
  const [problems, setProblems] = useState<ChoiceProblems>({});

  if (state.name === 'shared') {
    const goOn =
      onAnother &&
      (() => {
        setChosen({ ...chosen, passphrase: '', note: '' });
        sharing.reset();
        onAnother();
      });
    return (
      <SharedLink
        share={state.share}
        wasCopied={props.wasCopied ?? false}
        {...(goOn ? { onAnother: goOn } : {})}
      />
    );
  }
  if (state.name !== 'idle') return <SharingProgress sharing={sharing} state={state} />;
  if (!config) return null;

  const choices = fitExpiry(chosen, contentBytes, config);
  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const found = findProblems(choices, config as ConfigAnswer);
    setProblems(found);
    const content = await getContent();
    if (Object.keys(found).length > 0) {
      setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    } else if (content) sharing.share(content, choices);
  }

  return (
    <form class="stack" noValidate onSubmit={submit}>
      <ShareOptions
        choices={choices}
        config={config}
        contentBytes={contentBytes}
        problems={problems}
        onChange={(changed) => {
          setChosen(changed);
          setProblems({});
        }}
      />
      <p>
        <button type="submit" class="primary">
          {text.share}
        </button>
      </p>
    </form>
  );
}
