import { useState } from 'preact/hooks';
import type { PreparedSignUp } from '../../../shared/account/sign-up.ts';
import { readAccountOrigin } from '../acts/account-origin.ts';
import type { ProvenIdentity } from '../acts/provider.ts';
import { createAccount, sendSignUpCode } from '../acts/sign-up.ts';
import type { ShownKit } from '../kit/kit-view.tsx';
import { CodeStep } from './code-step.tsx';
import { DetailsStep } from './details-step.tsx';

/** The account that is about to be made. */
export interface Drafted {
  readonly email: string;
  readonly prepared: PreparedSignUp;
}

interface SignUpViewProps {
  /** What a provider vouched for: then no code is mailed. */
  readonly proven: ProvenIdentity | undefined;
  readonly onProven: (proven: ProvenIdentity) => void;
  /** Called when the account exists, with its recovery kit. */
  readonly onKit: (kit: ShownKit) => void;
}

/** Address and password, then the code that comes by mail. */
export function SignUpView({ proven, onProven, onKit }: SignUpViewProps) {
  const [drafted, setDrafted] = useState<Drafted>();
  const [email, setEmail] = useState('');

  async function showKit({ email, prepared }: Drafted): Promise<void> {
    onKit({ kit: prepared.kit, email, origin: await readAccountOrigin() });
  }
  async function goOn(next: Drafted): Promise<void> {
    if (proven) {
      await createAccount(next.prepared, { identity: proven.identity });
      await showKit(next);
    } else {
      await sendSignUpCode(next.email);
      setDrafted(next);
    }
  }

  return drafted ? (
    <CodeStep
      drafted={drafted}
      onDone={() => showKit(drafted)}
      onBack={() => setDrafted(undefined)}
    />
  ) : (
    <DetailsStep
      email={proven?.email ?? email}
      isProven={proven !== undefined}
      onEmail={setEmail}
      onProven={onProven}
      onDrafted={goOn}
    />
  );
}
