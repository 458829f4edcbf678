import { i18n } from '#i18n';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { readAccount } from '../acts/read-account.ts';
import { LoadProblem } from '../forms/load-problem.tsx';
import { useLoaded } from '../forms/use-loaded.ts';
import { StepUpProvider } from '../step-up/step-up.tsx';
import { EmailSection } from './email-section.tsx';
import { IdentitiesSection } from './identities-section.tsx';
import { KitSection } from './kit-section.tsx';
import { LockSection } from './lock-section.tsx';
import { PasskeysSection } from './passkeys-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { RecoveryCodesSection } from './recovery-codes-section.tsx';
import { TotpSection } from './totp-section.tsx';
import { UserKeySection } from './user-key-section.tsx';

interface SecurityViewProps {
  readonly onKit: (kit: readonly string[]) => void;
}

/** Everything that guards the account. */
export function SecurityView({ onKit }: SecurityViewProps) {
  const account = useLoaded(readAccount);
  return (
    <StepUpProvider>
      <PageHeading title={i18n.t('account.security.title')} />
      <LockSection />
      <LoadProblem loaded={account} />
      {account.value?.factors && (
        <>
          <TotpSection factors={account.value.factors} onChanged={account.reload} />
          <PasskeysSection factors={account.value.factors} onChanged={account.reload} />
          <RecoveryCodesSection factors={account.value.factors} onChanged={account.reload} />
          <IdentitiesSection />
          <PasswordSection email={account.value.email} onChanged={account.reload} />
          <EmailSection email={account.value.email} onChanged={account.reload} />
          <KitSection onKit={onKit} />
          <UserKeySection factors={account.value.factors} onKit={onKit} />
        </>
      )}
    </StepUpProvider>
  );
}
