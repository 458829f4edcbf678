import { attemptsAt } from '../access/attempts.ts';
import type { Env } from '../bindings.ts';
import {
  type DueAccount,
  eraseAccountStatements,
  findDueAccounts,
  forgetKeys,
} from '../database/accounts/erase-account.ts';
import { runGuarded } from '../database/guarded-batch.ts';
import { mailStatement, sealMail } from '../mail/queue-mail.ts';
import { forgetLibrary } from '../storage/library.ts';

const ACCOUNTS_A_RUN = 20;

/**
 * Erases accounts whose owners did not repent in time. First their keys, at once and for good; then what they opened,
 * wherever it lies; their rows last, by which a run after a crash finds what is left to do.
 */
export async function eraseAccounts(env: Env, now: number): Promise<void> {
  for (const account of await findDueAccounts(env.DB, now, ACCOUNTS_A_RUN)) {
    if (await forgetKeys(env.DB, account.id, now)) await eraseAccount(env, account);
  }
}

async function eraseAccount(env: Env, { id, email }: DueAccount): Promise<void> {
  await forgetLibrary(env, id);
  for (const guessed of ['sign-in', 'sign-up-code', 'recovery-code'] as const) {
    await (await attemptsAt(env, guessed, email)).forget();
  }
  for (const guessed of ['password', 'second-factor'] as const) {
    await (await attemptsAt(env, guessed, id)).forget();
  }
  await runGuarded(env.DB, [
    ...eraseAccountStatements(env.DB, id),
    mailStatement(env.DB, await sealMail(env, { to: email, kind: 'account-deleted' })),
  ]);
}
