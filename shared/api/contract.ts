/* The whole HTTP contract as zod schemas and their types. Clients import types only: zod stays out of
 * what browsers load. */
export * from './contract/accounts/account.ts';
export * from './contract/accounts/activity.ts';
export * from './contract/accounts/admin.ts';
export * from './contract/accounts/factors.ts';
export * from './contract/accounts/oidc.ts';
export * from './contract/accounts/recovery.ts';
export * from './contract/accounts/sessions.ts';
export * from './contract/accounts/sign-in.ts';
export * from './contract/accounts/sign-up.ts';
export * from './contract/accounts/tokens.ts';
export * from './contract/answers.ts';
export * from './contract/library.ts';
export * from './contract/requests.ts';
