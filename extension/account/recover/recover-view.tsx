import { useState } from 'preact/hooks';
import type { Recovered } from '../../../shared/account/recover.ts';
import { readAccountOrigin } from '../acts/account-origin.ts';
import type { ShownKit } from '../kit/kit-view.tsx';
import { AddressStep } from './address-step.tsx';
import { KitStep } from './kit-step.tsx';

interface RecoverViewProps {
  readonly email: string;
  /** Called when a new password is set, with the new kit and what signing in may still ask for. */
  readonly onKit: (kit: ShownKit) => void;
}

/** From a forgotten password back in: a code by mail, the kit from paper, a new password, a new kit. */
export function RecoverView({ email: known, onKit }: RecoverViewProps) {
  const [email, setEmail] = useState(known);
  const [isCodeSent, setCodeSent] = useState(false);

  async function showKit({ kit, next }: Recovered): Promise<void> {
    const second = next.name === 'second-factor' ? { second: next } : {};
    onKit({ kit, email, origin: await readAccountOrigin(), ...second });
  }

  return isCodeSent ? (
    <KitStep email={email} onRecovered={showKit} onBack={() => setCodeSent(false)} />
  ) : (
    <AddressStep email={email} onEmail={setEmail} onSent={() => setCodeSent(true)} />
  );
}
