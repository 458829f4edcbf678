import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { onceSignedIn } from '../../account/session/once-signed-in.ts';
import type { AccountBar, AccountBarProps } from './account-bar.tsx';

/** The bar of the account, which is loaded once somebody is signed in to one. */
export function LazyAccountBar(props: AccountBarProps) {
  const [Bar, setBar] = useState<typeof AccountBar>();
  const [hasFailed, setFailed] = useState(false);
  useEffect(
    () =>
      onceSignedIn(async () => {
        try {
          const code = await import('./account-code.ts');
          setBar(() => code.AccountBar);
          setFailed(false);
        } catch (error) {
          setFailed(true);
          throw error;
        }
      }),
    [],
  );
  if (Bar) return <Bar {...props} />;
  if (!hasFailed) return null;
  return (
    <p class="notice" role="alert">
      {i18n.t('library.failed')}
    </p>
  );
}
