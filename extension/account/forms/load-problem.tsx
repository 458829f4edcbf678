import { i18n } from '#i18n';
import { mayBeRestored } from '../../../shared/account/older-state.ts';
import { routeHref } from '../read-route.ts';
import type { Loaded } from './use-loaded.ts';

/** Says that something is on its way, or why it did not come and how to try again. */
export function LoadProblem({ loaded }: { readonly loaded: Loaded<unknown> }) {
  if (loaded.problem === undefined) {
    return loaded.value === undefined ? <p role="status">{i18n.t('account.loading')}</p> : null;
  }
  return (
    <div class="notice row spread" role="alert">
      <span>{loaded.problem}</span>
      {mayBeRestored(loaded.cause) && (
        <a class="button" href={`/account.html${routeHref('older')}`}>
          {i18n.t('account.older.more')}
        </a>
      )}
      <button type="button" onClick={loaded.reload}>
        {i18n.t('account.tryAgain')}
      </button>
    </div>
  );
}
