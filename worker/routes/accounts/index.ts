import { Hono } from 'hono';
import type { AppEnv } from '../../http/app-env.ts';
import { ownAccountRoutes } from './account.ts';
import { codeRoutes } from './codes.ts';
import { emailRoutes } from './email.ts';
import { leaveRoutes } from './leave.ts';
import { passwordRoutes } from './password.ts';
import { recoveryRoutes } from './recovery.ts';
import { sessionRoutes, signOutRoutes } from './sessions.ts';
import { signInRoutes } from './sign-in.ts';
import { signUpRoutes } from './sign-up.ts';
import { tokenRoutes } from './tokens.ts';
import { userKeyRoutes } from './user-key.ts';

export const accountRoutes = new Hono<AppEnv>()
  .route('/accounts/codes', codeRoutes)
  .route('/accounts', signUpRoutes)
  .route('/sign-in', signInRoutes)
  .route('/tokens', tokenRoutes)
  .route('/recovery', recoveryRoutes)
  .route('/sessions', sessionRoutes)
  .route('/sign-out', signOutRoutes)
  .route('/account', ownAccountRoutes)
  .route('/account', passwordRoutes)
  .route('/account/user-key', userKeyRoutes)
  .route('/account/email', emailRoutes)
  .route('/account', leaveRoutes);
