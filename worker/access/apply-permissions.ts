import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import { STEP_UP_LIFETIME_SECONDS } from '../../shared/api/account-limits.ts';
import { ApiError } from '../http/api-error.ts';
import type { AppContext, AppEnv } from '../http/app-env.ts';
import { PERMISSIONS, type Permission } from './permissions.ts';
import { authenticate, bearerOf, type User } from './user.ts';

const STEP_UP_MS = STEP_UP_LIFETIME_SECONDS * 1000;

/** Lets through who may use the route that is asked for, by the table of permissions and nothing else. */
export const applyPermissions = createMiddleware<AppEnv>(async (c, next) => {
  const permission = permissionOf(c);
  if (permission !== null && permission !== 'guest') {
    const now = Date.now();
    const user = await authenticate(c.env, bearerOf(c), now);
    requirePermission(user, permission, now);
    c.set('user', user);
  }
  await next();
});

/** `null` where nothing is at this address. */
function permissionOf(c: AppContext): Permission | null {
  const route = matchedRoutes(c).at(-1);
  if (route === undefined || route.method === 'ALL') return null;
  const permission = PERMISSIONS[`${route.method} ${route.path}`];
  if (permission === undefined) throw new Error(`${route.path} has no permission`);
  return permission;
}

/** @throws {ApiError} `forbidden`, `step-up-required` */
function requirePermission(user: User, permission: Permission, now: number): void {
  if (permission.endsWith('admin') && user.role !== 'admin') throw new ApiError('forbidden');
  if (permission.startsWith('stepped-up') && now - (user.steppedUpAt ?? 0) > STEP_UP_MS) {
    throw new ApiError('step-up-required');
  }
}
