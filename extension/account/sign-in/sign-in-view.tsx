import { useState } from 'preact/hooks';
import type { NeedsFactor } from '../../../shared/account/sign-in.ts';
import type { ProvenIdentity } from '../acts/provider.ts';
import { CredentialsStep } from './credentials-step.tsx';
import { SecondFactorStep } from './second-factor-step.tsx';

interface SignInViewProps {
  /** The address that was signed in here before. */
  readonly email: string;
  /** Why one is asked again, where it is so. */
  readonly reason: string | undefined;
  /** What a provider vouched for, in place of the address. */
  readonly proven: ProvenIdentity | undefined;
  readonly onProven: (proven: ProvenIdentity) => void;
}

/** Address and master password, then a second factor where the account has one. */
export function SignInView({ email: known, reason, proven, onProven }: SignInViewProps) {
  const [email, setEmail] = useState(known);
  const [second, setSecond] = useState<NeedsFactor>();
  return second ? (
    <SecondFactorStep second={second} onBack={() => setSecond(undefined)} />
  ) : (
    <CredentialsStep
      email={email}
      reason={reason}
      proven={proven}
      onEmail={setEmail}
      onProven={onProven}
      onSecondFactor={setSecond}
    />
  );
}
