import { useState } from 'preact/hooks';
import { i18n } from '#i18n';

interface PasteLinkProps {
  /** The page was opened with a link that is none. */
  readonly wasBroken: boolean;
  /** Answers whether there was a whole link in the text. */
  readonly onPaste: (text: string) => boolean;
}

/** Takes a share link, with whatever a mail or chat program put around it. */
export function PasteLink({ wasBroken, onPaste }: PasteLinkProps) {
  const [broken, setBroken] = useState(wasBroken);

  function submit(event: Event): void {
    event.preventDefault();
    const field = new FormData(event.currentTarget as HTMLFormElement).get('link');
    setBroken(!onPaste(String(field ?? '')));
  }

  return (
    <form class="stack" onSubmit={submit}>
      <p>{i18n.t('reader.about')}</p>
      <div class="field">
        <label for="link">{i18n.t('reader.link')}</label>
        <input
          id="link"
          name="link"
          autocomplete="off"
          spellcheck={false}
          aria-invalid={broken}
          aria-describedby="link-problem"
        />
        <p id="link-problem" class="error" role="alert">
          {broken && i18n.t('reader.broken')}
        </p>
      </div>
      <div class="row">
        <button type="submit" class="primary">
          {i18n.t('reader.open')}
        </button>
      </div>
    </form>
  );
}
