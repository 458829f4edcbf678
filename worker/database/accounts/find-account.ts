import { and, eq, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { accountKeys, accounts, devices, manifests } from '../schema/accounts.ts';

export type AccountRow = typeof accounts.$inferSelect;

/** By which an account is found: the address that its owner confirmed, or its id. */
export type AccountName = { readonly email: string } | { readonly id: string };

/** An account, or `null`. */
export async function findAccount(
  database: D1Database,
  name: AccountName,
): Promise<AccountRow | null> {
  const found = await drizzle(database).select().from(accounts).where(named(name)).get();
  return found ?? null;
}

/** An account, and whether this device signed in to it before. */
export async function findAccountForDevice(
  database: D1Database,
  name: AccountName,
  deviceId: string,
): Promise<(AccountRow & { readonly isKnownDevice: boolean }) | null> {
  const ofDevice = and(eq(devices.accountId, accounts.id), eq(devices.id, deviceId));
  const found = await drizzle(database)
    .select({ account: accounts, deviceId: devices.id })
    .from(accounts)
    .leftJoin(devices, ofDevice)
    .where(named(name))
    .get();
  if (found === undefined) return null;
  return { ...found.account, isKnownDevice: found.deviceId !== null };
}

/** An account with all that opens it, as of one moment. */
export async function readWholeAccount(database: D1Database, name: AccountName) {
  const db = drizzle(database);
  const ofAccount = eq(accounts.id, accountKeys.accountId);
  const [[account], keys, [manifest]] = await db.batch([
    db.select().from(accounts).where(named(name)),
    db
      .select({
        id: accountKeys.id,
        use: accountKeys.use,
        publicKey: accountKeys.publicKey,
        sealedPrivateKey: accountKeys.sealedPrivateKey,
      })
      .from(accountKeys)
      .innerJoin(accounts, ofAccount)
      .where(named(name))
      .orderBy(accountKeys.createdAt, accountKeys.id),
    db
      .select({ manifest: manifests.envelope, manifestCounter: manifests.counter })
      .from(manifests)
      .innerJoin(accounts, eq(accounts.id, manifests.accountId))
      .where(named(name)),
  ]);
  if (account === undefined || manifest === undefined) return null;
  return { account, keys, ...manifest };
}

function named(name: AccountName): SQL {
  return 'id' in name ? eq(accounts.id, name.id) : eq(accounts.email, name.email);
}
