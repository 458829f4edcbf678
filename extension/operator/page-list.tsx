import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { usePages } from './use-pages.ts';

interface PageListProps {
  readonly pages: ReturnType<typeof usePages>;
  /** Said where there is nothing. */
  readonly empty: string;
  readonly children: ComponentChildren;
}

/** Rows, and the way to older ones. */
export function PageList({ pages, empty, children }: PageListProps) {
  return (
    <>
      {pages.first.value && pages.rows.length === 0 && <p class="faded">{empty}</p>}
      <ul class="rows">{children}</ul>
      <p class="error" role="alert">
        {pages.problem}
      </p>
      {pages.hasMore && (
        <div>
          <button type="button" disabled={pages.isBusy} onClick={pages.loadMore}>
            {i18n.t('account.activity.more')}
          </button>
        </div>
      )}
    </>
  );
}
