import { PageHeading } from '../page-heading.tsx';
import * as text from '../text/reader.ts';
import { useLeaveWarning } from '../use-leave-warning.ts';
import type { ReadingState } from './reading-state.ts';

/** The view is being taken, and the content is on its way. */
export function OpeningView({
  download,
  interruption,
}: Extract<ReadingState, { name: 'opening' }>) {
  useLeaveWarning(true);
  return (
    <div class="stack">
      <PageHeading title={text.openingTitle} />
      <progress
        aria-label={text.openingTitle}
        max={download?.total ?? 1}
        {...(download ? { value: download.received } : {})}
      />
      {download && <p>{text.received(download.received, download.total)}</p>}
      <div role="status">
        {interruption && (
          <div class="notice stack">
            <p>{text.interrupted(interruption.waitMs)}</p>
            <p>
              <button type="button" onClick={interruption.resume}>
                {text.resume}
              </button>
            </p>
          </div>
        )}
      </div>
      <p class="small faded">{text.keepOpen}</p>
    </div>
  );
}
