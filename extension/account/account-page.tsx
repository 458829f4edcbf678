import { useEffect, useState } from 'preact/hooks';
import type { NeedsFactor } from '../../shared/account/sign-in.ts';
import { useHash } from '../library/page/use-hash.ts';
import { PageFrame } from '../page/page-frame.tsx';
import './account.css';
import type { ProvenIdentity } from './acts/provider.ts';
import { GuestView } from './guest-view.tsx';
import { KitView, type ShownKit } from './kit/kit-view.tsx';
import { readRoute, routeHref } from './read-route.ts';
import { SecondFactorStep } from './sign-in/second-factor-step.tsx';
import { SignedInView } from './signed-in-view.tsx';
import { UnlockView } from './unlock/unlock-view.tsx';
import { useAccount } from './use-account.ts';

/** Everything about the account of this profile, and the ways to one. */
export function AccountPage() {
  const route = readRoute(useHash());
  const account = useAccount();
  const [kit, setKit] = useState<ShownKit>();
  const [proven, setProven] = useState<ProvenIdentity>();
  const [second, setSecond] = useState<NeedsFactor>();
  const isOpen = account.name === 'open';
  useEffect(() => {
    if (isOpen) setSecond(undefined);
  }, [isOpen]);

  function leaveKit(): void {
    setSecond(kit?.second);
    setKit(undefined);
    setProven(undefined);
    location.hash = routeHref('overview');
  }

  return (
    <PageFrame>
      {kit ? (
        <KitView {...kit} onDone={leaveKit} />
      ) : account.name === 'open' ? (
        <SignedInView route={route} standing={account.standing} onKit={setKit} />
      ) : second ? (
        <SecondFactorStep second={second} onBack={() => setSecond(undefined)} />
      ) : account.name === 'locked' && route !== 'recover' ? (
        <UnlockView
          email={account.standing.email}
          hasPasskey={account.hasPasskey}
          reason={account.reason}
        />
      ) : (
        account.name !== 'loading' && (
          <GuestView
            route={route}
            standing={account.name === 'none' ? undefined : account.standing}
            proven={proven}
            onProven={setProven}
            onKit={setKit}
          />
        )
      )}
    </PageFrame>
  );
}
