import * as text from './text.ts';

/** In place of the options, while the server's limits are unknown. */
export function ServerProblem({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <div class="notice stack" role="alert">
      <p>{text.limitsFailed}</p>
      <p>
        <button type="button" onClick={onRetry}>
          {text.tryAgain}
        </button>
      </p>
    </div>
  );
}
