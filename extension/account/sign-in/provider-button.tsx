import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { askProvider, hasProvider, type ProvenIdentity } from '../acts/provider.ts';
import { useSubmit } from '../forms/use-submit.ts';

interface ProviderButtonProps {
  readonly onProven: (proven: ProvenIdentity) => void;
}

/** Google, or whichever provider the server names, says who it is. Nothing where it names none. */
export function ProviderButton({ onProven }: ProviderButtonProps) {
  const { isBusy, problem, run } = useSubmit();
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    hasProvider().then(setThere, () => setThere(false));
  }, []);
  if (!isThere) return null;
  return (
    <div class="stack provider">
      <p class="or" aria-hidden="true">
        {i18n.t('account.provider.or')}
      </p>
      <div>
        <button
          type="button"
          disabled={isBusy}
          aria-describedby="provider-hint"
          onClick={() => run(async () => onProven(await askProvider()))}
        >
          {i18n.t(isBusy ? 'account.provider.asking' : 'account.provider.go')}
        </button>
      </div>
      <p id="provider-hint" class="small faded">
        {i18n.t('account.provider.hint')}
      </p>
      <p class="error" role="alert">
        {problem}
      </p>
    </div>
  );
}
