import { i18n } from '#i18n';
import type { ProvenIdentity } from './acts/provider.ts';
import type { ShownKit } from './kit/kit-view.tsx';
import { type Route, routeHref } from './read-route.ts';
import { RecoverView } from './recover/recover-view.tsx';
import type { AccountStanding } from './session/account-record.ts';
import { SignInView } from './sign-in/sign-in-view.tsx';
import { SignUpView } from './sign-up/sign-up-view.tsx';
import { WelcomeView } from './welcome/welcome-view.tsx';

interface GuestViewProps {
  readonly route: Route;
  /** Of an account that was signed in to here and has to be again. */
  readonly standing: AccountStanding | undefined;
  readonly proven: ProvenIdentity | undefined;
  readonly onProven: (proven: ProvenIdentity) => void;
  readonly onKit: (kit: ShownKit) => void;
}

/** Nobody is signed in: the ways in. */
export function GuestView({ route, standing, proven, onProven, onKit }: GuestViewProps) {
  function prove(identity: ProvenIdentity): void {
    onProven(identity);
    location.hash = routeHref(identity.known ? 'sign-in' : 'sign-up');
  }

  if (route === 'sign-up') return <SignUpView proven={proven} onProven={prove} onKit={onKit} />;
  if (route === 'recover') return <RecoverView email={standing?.email ?? ''} onKit={onKit} />;
  if (route === 'sign-in' || standing) {
    return (
      <SignInView
        email={standing?.email ?? ''}
        reason={standing && i18n.t('account.signIn.ended')}
        proven={proven?.known ? proven : undefined}
        onProven={prove}
      />
    );
  }
  return <WelcomeView />;
}
