import { useEffect, useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { readPlantumlUrl } from '../../shared/scene/formats/plantuml/read-plantuml.ts';
import type { Found } from './found.ts';
import { isForeign, outcomeOf } from './outcome.ts';
import { askForOrigin } from './picture-bytes.ts';
import { type Recovery, recover } from './recover.ts';
import { Thumbnail } from './thumbnail.tsx';

interface FoundCardProps {
  readonly found: Found;
  readonly recovery: Recovery;
}

/** One diagram of the page, and the button that opens it. */
export function FoundCard({ found, recovery }: FoundCardProps) {
  const [isOpening, setOpening] = useState(false);
  const [problem, setProblem] = useState<string>();
  const hasText = useHeldText(found);
  const id = useId();
  const kind = i18n.t(`recover.kinds.${found.kind}`);
  const size = i18n.t('recover.size', [`${found.width}`, `${found.height}`]);
  // A source that was not drawn has the size of its text.
  const isDrawn = found.source === undefined || found.svg !== undefined;

  async function open(): Promise<void> {
    // Asked for at once: a permission must come straight from the click.
    const isAllowed =
      found.address !== undefined && isForeign(found)
        ? askForOrigin(found.address)
        : Promise.resolve(false);
    setOpening(true);
    setProblem(undefined);
    setProblem(await recover(found, recovery, isAllowed));
    setOpening(false);
  }

  return (
    <article class="found card" aria-labelledby={id}>
      <Thumbnail found={found} />
      <div class="stack">
        <div>
          <h2 id={id}>{found.title || kind}</h2>
          <p class="small faded">
            {[found.title && kind, isDrawn && size].filter(Boolean).join(' · ')}
          </p>
        </div>
        <p class="small">{outcomeOf(found, hasText)}</p>
        <button
          type="button"
          class="open"
          disabled={isOpening}
          aria-describedby={id}
          onClick={open}
        >
          {i18n.t(isOpening ? 'recover.opening' : 'recover.open')}
        </button>
        <p class="error small" role="alert">
          {problem}
        </p>
      </div>
    </article>
  );
}

/** Whether the address of a picture holds the text that it was drawn from. */
function useHeldText({ address }: Found): boolean {
  const [hasText, setHasText] = useState(false);
  useEffect(() => {
    if (address === undefined) return;
    void readPlantumlUrl(address).then((text) => setHasText(text !== undefined));
  }, [address]);
  return hasText;
}
