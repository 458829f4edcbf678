import type { AppContext } from '../../http/app-env.ts';

/** Ends what still listens with sessions that have ended. */
export async function hangUp(
  c: AppContext,
  accountId: string,
  sessionIds: readonly string[],
): Promise<void> {
  const vault = c.env.VAULTS.getByName(accountId);
  await Promise.all(sessionIds.map((id) => vault.endSession(id)));
}
