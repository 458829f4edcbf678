import { i18n } from '#i18n';
import type { OperatorAccount } from '../../shared/api/contract.ts';
import { formatTime } from '../../shared/ui/format.ts';
import { Facts } from '../account/forms/facts.tsx';
import { actsFor, changeAccount } from './account-acts.ts';
import { ReasonAct } from './reason-act.tsx';

interface AccountFactsProps {
  readonly account: OperatorAccount;
  readonly onChanged: (account: OperatorAccount) => void;
}

/** All that the operator may know of an account, and what can be done about it. */
export function AccountFacts({ account, onChanged }: AccountFactsProps) {
  const { email, role, state, createdAt, sessions, lastSeenAt, hasSecondFactor } = account;
  const facts = [
    [i18n.t('account.email'), email],
    [i18n.t('operator.accounts.role'), i18n.t(`operator.accounts.roles.${role}`)],
    [i18n.t('operator.accounts.state'), i18n.t(`operator.accounts.states.${state}`)],
    [i18n.t('account.overview.since'), formatTime(createdAt)],
    [i18n.t('operator.accounts.sessions'), String(sessions)],
    [i18n.t('operator.accounts.seen'), lastSeenAt ? formatTime(lastSeenAt) : '–'],
    [
      i18n.t('operator.accounts.secondProof'),
      i18n.t(hasSecondFactor ? 'account.on' : 'account.off'),
    ],
  ] as const;
  return (
    <>
      <Facts facts={facts} />
      <div class="row">
        {actsFor(account).map((name) => (
          <ReasonAct
            key={name}
            label={i18n.t(`operator.accounts.${name}`)}
            title={i18n.t(`operator.accounts.${name}Title`)}
            body={i18n.t(`operator.accounts.${name}Body`)}
            onAct={(reason) => changeAccount(name, account.id, reason)}
            onDone={onChanged}
          />
        ))}
      </div>
    </>
  );
}
