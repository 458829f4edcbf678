import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConfigAnswer } from '../../api/contract.ts';
import type { ShareContent } from '../../crypto/share.ts';
import * as text from '../text/composer.ts';
import {
  type ChoiceProblems,
  findProblems,
  fitExpiry,
  type ShareChoices,
} from './share-choices.ts';
import { ShareOptions } from './share-options.tsx';

interface ShareFormProps {
  readonly config: ConfigAnswer;
  readonly contentBytes: number;
  readonly getContent: () => ShareContent | undefined | Promise<ShareContent | undefined>;
  readonly choices: ShareChoices;
  readonly onChange: (choices: ShareChoices) => void;
  readonly onShare: (content: ShareContent, choices: ShareChoices) => void;
  /** The form comes back after something else stood here: its button takes a focus that nothing else has. */
  readonly isBack: boolean;
}

/** The options and the Share button; checks them before anything is sealed. */
export function ShareForm(props: ShareFormProps) {
  const { config, contentBytes, getContent, onChange, onShare, isBack } = props;
  const [problems, setProblems] = useState<ChoiceProblems>({});
  const form = useRef<HTMLFormElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isChecking = useRef(false);
  const choices = fitExpiry(props.choices, contentBytes, config);

  useEffect(() => {
    if (isBack && document.activeElement === document.body) button.current?.focus();
  }, []);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (isChecking.current) return;
    isChecking.current = true;
    const found = findProblems(choices, config);
    const content = await getContent();
    isChecking.current = false;
    if (Object.keys(found).length > 0) setProblems(found);
    else if (content) onShare(content, choices);
  }

  return (
    <form ref={form} class="stack" noValidate onSubmit={submit}>
      <ShareOptions
        choices={choices}
        config={config}
        contentBytes={contentBytes}
        problems={problems}
        onChange={(changed) => {
          onChange(changed);
          setProblems({});
        }}
      />
      <p>
        <button ref={button} type="submit" class="primary">
          {text.share}
        </button>
      </p>
    </form>
  );
}
