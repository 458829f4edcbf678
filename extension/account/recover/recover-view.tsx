import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { readAccountOrigin } from '../acts/account-origin.ts';
import type { ShownKit } from '../kit/kit-view.tsx';
import { AddressStep } from './address-step.tsx';
import { KitStep } from './kit-step.tsx';

interface RecoverViewProps {
  readonly email: string;
  /** Called when a new password is set, with the new kit. */
  readonly onKit: (kit: ShownKit) => void;
}

/** From a forgotten password back in: a code by mail, the kit from paper, a new password, a new kit. */
export function RecoverView({ email: known, onKit }: RecoverViewProps) {
  const [email, setEmail] = useState(known);
  const [isCodeSent, setCodeSent] = useState(false);

  async function showKit(kit: readonly string[]): Promise<void> {
    onKit({ kit, email, origin: await readAccountOrigin() });
  }

  return (
    <div class="card stack">
      <PageHeading title={i18n.t('account.recover.title')} />
      {isCodeSent ? (
        <KitStep email={email} onKit={showKit} onBack={() => setCodeSent(false)} />
      ) : (
        <AddressStep email={email} onEmail={setEmail} onSent={() => setCodeSent(true)} />
      )}
    </div>
  );
}
