/** Round trips to D1, and calls of Durable Objects. */
export interface Cost {
  readonly database: number;
  readonly objects: number;
}

/**
 * What each act costs the server until it answers; worker/tests/account-cost.test.ts holds it to that. Sending a mail
 * afterwards takes three more round trips to D1: take it, delete it, see that no other waits.
 */
export const ACCOUNT_COSTS = {
  'code by mail': { database: 2, objects: 1 },
  'sign-up': { database: 1, objects: 1 },
  'sign-in parameters': { database: 1, objects: 0 },
  'sign-in, known device': { database: 3, objects: 2 },
  'sign-in, new device': { database: 3, objects: 2 },
  'read the account': { database: 3, objects: 1 },
  'list sessions': { database: 2, objects: 0 },
  'put the manifest': { database: 2, objects: 0 },
  'change the password': { database: 4, objects: 3 },
  'renew tokens': { database: 2, objects: 0 },
} satisfies Readonly<Record<string, Cost>>;
