import { i18n } from '#i18n';
import { restoreSuspended, suspendAccount } from '../../shared/api/client/accounts/admin.ts';
import type { OperatorAccount } from '../../shared/api/contract.ts';
import { formatTime } from '../../shared/ui/format.ts';
import { Facts } from '../account/forms/facts.tsx';
import { connect } from '../account/session/connection.ts';
import { ReasonAct } from './reason-act.tsx';

interface AccountFactsProps {
  readonly account: OperatorAccount;
  readonly onChanged: () => Promise<void>;
}

/** All that the operator may know of an account, and what can be done about it. */
export function AccountFacts({ account, onChanged }: AccountFactsProps) {
  const { id, email, role, state, createdAt, sessions, lastSeenAt, hasSecondFactor } = account;
  const isSuspended = state === 'suspended';
  const facts = [
    [i18n.t('account.email'), email],
    [i18n.t('operator.accounts.role'), i18n.t(`operator.accounts.roles.${role}`)],
    [i18n.t('operator.accounts.state'), i18n.t(`operator.accounts.states.${state}`)],
    [i18n.t('account.overview.since'), formatTime(createdAt)],
    [i18n.t('operator.accounts.sessions'), String(sessions)],
    [i18n.t('operator.accounts.seen'), lastSeenAt ? formatTime(lastSeenAt) : '–'],
    [i18n.t('account.second.title'), i18n.t(hasSecondFactor ? 'account.on' : 'account.off')],
  ] as const;
  return (
    <>
      <Facts facts={facts} />
      <div>
        {isSuspended ? (
          <ReasonAct
            label={i18n.t('operator.accounts.restore')}
            title={i18n.t('operator.accounts.restoreTitle')}
            body={i18n.t('operator.accounts.restoreBody')}
            onAct={async (reason) => restoreSuspended(await connect(), id, reason)}
            onDone={onChanged}
          />
        ) : (
          <ReasonAct
            label={i18n.t('operator.accounts.suspend')}
            title={i18n.t('operator.accounts.suspendTitle')}
            body={i18n.t('operator.accounts.suspendBody')}
            onAct={async (reason) => suspendAccount(await connect(), id, reason)}
            onDone={onChanged}
          />
        )}
      </div>
    </>
  );
}
