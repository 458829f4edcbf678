import { i18n } from '#i18n';
import type { FactorsAnswer } from '../../../shared/api/contract.ts';
import { routeHref } from '../read-route.ts';

/** What is still missing for an account that is hard to take, and hard to lose. */
export function SetUpHints({ factors }: { readonly factors: FactorsAnswer }) {
  const hasFactor = factors.totp || factors.passkeys.length > 0;
  const missing = [
    !hasFactor && 'factor',
    factors.passkeys.length === 0 && 'passkey',
    hasFactor && factors.recoveryCodesLeft === 0 && 'codes',
  ] as const;
  const hints = missing.filter((hint) => hint !== false);
  if (hints.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="hints-title">
      <h2 id="hints-title">{i18n.t('account.hints.title')}</h2>
      <ul class="gains">
        {hints.map((hint) => (
          <li key={hint}>{i18n.t(`account.hints.${hint}`)}</li>
        ))}
      </ul>
      <div>
        <a class="button" href={routeHref('security')}>
          {i18n.t('account.hints.go')}
        </a>
      </div>
    </section>
  );
}
