import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface CopyButtonProps {
  /** What the button says. */
  readonly label: ComponentChildren;
  /** Said after copying. */
  readonly done: string;
  /** Said when the browser refuses. */
  readonly failed: string;
  readonly text: () => string | Promise<string>;
  readonly primary?: boolean;
  readonly onCopied?: () => void;
}

/** Copies a text to the clipboard and says whether that worked. */
export function CopyButton({ label, done, failed, text, primary, onCopied }: CopyButtonProps) {
  const [outcome, setOutcome] = useState('');
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(await text());
      setOutcome(done);
      onCopied?.();
    } catch {
      setOutcome(failed);
    }
  }
  return (
    <>
      <button type="button" class={primary ? 'primary' : ''} onClick={copy}>
        {label}
      </button>
      <span role="status">{outcome}</span>
    </>
  );
}
