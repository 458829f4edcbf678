import { useState } from 'preact/hooks';
import { useHash } from '../library/page/use-hash.ts';
import { PageFrame } from '../page/page-frame.tsx';
import './account.css';
import type { ProvenIdentity } from './acts/provider.ts';
import { GuestView } from './guest-view.tsx';
import { KitView, type ShownKit } from './kit/kit-view.tsx';
import { readRoute, routeHref } from './read-route.ts';
import { SignedInView } from './signed-in-view.tsx';
import { UnlockView } from './unlock/unlock-view.tsx';
import { useAccount } from './use-account.ts';

/** Everything about the account of this profile, and the ways to one. */
export function AccountPage() {
  const route = readRoute(useHash());
  const account = useAccount();
  const [kit, setKit] = useState<ShownKit>();
  const [proven, setProven] = useState<ProvenIdentity>();

  function leaveKit(): void {
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
