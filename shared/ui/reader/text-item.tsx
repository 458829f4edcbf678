import { useEffect, useState } from 'preact/hooks';
import { CopyButton } from '../copy-button.tsx';
import * as text from '../text/reader.ts';

/** What a browser lays out without a pause. */
const SHOWN_BYTES = 256 * 1024;

interface TextItemProps {
  /** UTF-8. */
  readonly data: Blob;
  /** It was copied, so the reader has it. */
  readonly onKept: () => void;
  readonly onSave: () => void;
}

/** A sealed text, with Copy and Save. */
export function TextItem({ data, onKept, onSave }: TextItemProps) {
  const [shown, setShown] = useState('');
  useEffect(() => {
    data.slice(0, SHOWN_BYTES).text().then(setShown);
  }, [data]);
  return (
    <div class="stack">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre class="secret" dir="auto" tabIndex={0}>
        {shown}
      </pre>
      {data.size > SHOWN_BYTES && <p class="small faded">{text.shortened}</p>}
      <div class="row">
        <CopyButton
          primary
          label={text.copy}
          done={text.copied}
          failed={text.copyFailed}
          text={() => data.text()}
          onCopied={onKept}
        />
        <button type="button" onClick={onSave}>
          {text.saveText}
        </button>
      </div>
    </div>
  );
}
