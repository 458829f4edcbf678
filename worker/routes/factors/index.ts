import { Hono } from 'hono';
import type { AppEnv } from '../../http/app-env.ts';
import { activityRoutes } from './activity.ts';
import { identityRoutes } from './identities.ts';
import { oidcRoutes } from './oidc.ts';
import { passkeyRoutes } from './passkeys.ts';
import { recoveryCodeRoutes } from './recovery-codes.ts';
import { secondFactorRoutes } from './second-factor.ts';
import { stepUpRoutes } from './step-up.ts';
import { totpRoutes } from './totp.ts';

/** Proofs beside the password, and the log of what was done with them. */
export const factorRoutes = new Hono<AppEnv>()
  .route('/sign-in/second', secondFactorRoutes)
  .route('/sign-in/oidc', oidcRoutes)
  .route('/step-up', stepUpRoutes)
  .route('/account/totp', totpRoutes)
  .route('/account/passkeys', passkeyRoutes)
  .route('/account/recovery-codes', recoveryCodeRoutes)
  .route('/account/identities', identityRoutes)
  .route('/account/activity', activityRoutes);
