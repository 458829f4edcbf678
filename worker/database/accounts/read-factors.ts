import { count, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { FactorsAnswer, Passkey } from '../../../shared/api/contract.ts';
import { passkeys, recoveryCodes, totps } from '../schema/factors.ts';
import type { PasskeyRow } from './passkeys.ts';

/** What an account has beside its password. */
export interface Factors {
  readonly totp: boolean;
  /** Oldest first. */
  readonly passkeys: readonly PasskeyRow[];
  readonly recoveryCodesLeft: number;
}

/** All of them, in one batch. */
export async function readFactors(database: D1Database, accountId: string): Promise<Factors> {
  const db = drizzle(database);
  const [confirmed, keys, codes] = await db.batch([
    db.select({ at: totps.confirmedAt }).from(totps).where(eq(totps.accountId, accountId)),
    db
      .select()
      .from(passkeys)
      .where(eq(passkeys.accountId, accountId))
      .orderBy(passkeys.createdAt, passkeys.id),
    db.select({ left: count() }).from(recoveryCodes).where(eq(recoveryCodes.accountId, accountId)),
  ]);
  return {
    totp: confirmed.some(({ at }) => at !== null),
    passkeys: keys,
    recoveryCodesLeft: codes[0]?.left ?? 0,
  };
}

/** As their owner sees them. */
export function describeFactors({ totp, passkeys, recoveryCodesLeft }: Factors): FactorsAnswer {
  return { totp, passkeys: passkeys.map(describePasskey), recoveryCodesLeft };
}

export function describePasskey(row: PasskeyRow): Passkey {
  const { id, credentialId, name, createdAt, lastUsedAt, wrappedUserKey } = row;
  return {
    id,
    credentialId,
    name,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    ...(wrappedUserKey !== null && { wrappedUserKey }),
  };
}
