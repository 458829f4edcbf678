import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { findAccounts } from '../../shared/api/client/accounts/admin.ts';
import type { OperatorAccount } from '../../shared/api/contract.ts';
import { ActForm } from '../account/forms/act-form.tsx';
import { LineField } from '../account/forms/line-field.tsx';
import { readEmail } from '../account/forms/read-typed.ts';
import { useSubmit } from '../account/forms/use-submit.ts';
import { connect } from '../account/session/connection.ts';
import { AccountFacts } from './account-facts.tsx';

/** An account by its address. */
export function AccountsView() {
  const [email, setEmail] = useState('');
  const [found, setFound] = useState<readonly OperatorAccount[]>();
  const submission = useSubmit();

  async function find(): Promise<void> {
    setFound(await findAccounts(await connect(), readEmail(email)));
  }

  return (
    <div class="card stack">
      <h2>{i18n.t('operator.places.accounts')}</h2>
      <ActForm
        submission={submission}
        label={i18n.t('operator.accounts.find')}
        busyLabel={i18n.t('operator.accounts.find')}
        onSubmit={find}
      >
        <LineField
          kind="email"
          label={i18n.t('account.email')}
          value={email}
          hint={i18n.t('operator.accounts.hint')}
          problem={submission.fields.email}
          onInput={setEmail}
        />
      </ActForm>
      <p role="status">{found?.length === 0 && i18n.t('operator.accounts.none')}</p>
      {found?.map((account) => (
        <AccountFacts
          key={account.id}
          account={account}
          onChanged={(changed) => setFound([changed])}
        />
      ))}
    </div>
  );
}
