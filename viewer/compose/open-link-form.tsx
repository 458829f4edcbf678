import { useId, useState } from 'preact/hooks';
import { CryptoError } from '../../shared/crypto/error.ts';
import { formatLink, parseLink } from '../../shared/crypto/link.ts';
import * as text from './text.ts';

/** A field for a link that a mail or chat program broke: it is repaired before anything is sent. */
export function OpenLinkForm() {
  const [problem, setProblem] = useState<string>();
  const id = useId();

  function open(event: Event): void {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).querySelector('input');
    try {
      const link = parseLink(field?.value ?? '');
      location.assign(formatLink(link.origin ?? location.origin, link));
    } catch (error) {
      if (!(error instanceof CryptoError)) throw error;
      setProblem(error.message);
      field?.focus();
    }
  }

  return (
    <section class="card stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{text.openTitle}</h2>
      <form class="field" noValidate onSubmit={open}>
        <label for={id}>{text.openLabel}</label>
        <div class="row">
          <input
            id={id}
            class="grow"
            autoComplete="off"
            autoCapitalize="off"
            spellcheck={false}
            aria-invalid={problem !== undefined}
            aria-describedby={`${id}-problem`}
            onInput={() => setProblem(undefined)}
          />
          <button type="submit">{text.openButton}</button>
        </div>
        <p id={`${id}-problem`} class="error" role="alert">
          {problem}
        </p>
      </form>
    </section>
  );
}
