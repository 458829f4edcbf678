import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { ownerId } from './accounts.ts';

/** One authenticator app an account. The seed is sealed; until a code is confirmed nothing asks for codes. */
export const totps = sqliteTable('totps', {
  accountId: ownerId().primaryKey(),
  /** See `worker/sealing`; its place is `totp` and the account's id. */
  sealedSecret: text('sealed_secret').notNull(),
  /** The time step of the last code that was good: no code of it or before it is good again. */
  lastStep: integer('last_step').notNull(),
  confirmedAt: integer('confirmed_at', { mode: 'timestamp_ms' }),
});

export const passkeys = sqliteTable(
  'passkeys',
  {
    /** 16 random bytes, base64url. */
    id: text().primaryKey(),
    accountId: ownerId(),
    /** What the browser knows it by, base64url. */
    credentialId: text('credential_id').notNull(),
    name: text().notNull(),
    /** COSE (RFC 9053), base64url. */
    publicKey: text('public_key').notNull(),
    counter: integer().notNull(),
    /** JSON list of hints for the browser. */
    transports: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    /** `chrome-extension://…`: relying party and origin in one. */
    origin: text().notNull(),
    /** The user key under what the passkey's PRF gives, base64url; `null` where it unlocks nothing. */
    wrappedUserKey: text('wrapped_user_key'),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    lastUsedAt: integer('last_used_at', { mode: 'timestamp_ms' }),
  },
  (table) => [
    index('passkeys_account').on(table.accountId),
    uniqueIndex('passkeys_credential').on(table.credentialId),
  ],
);

/** Recovery codes that were not used yet. */
export const recoveryCodes = sqliteTable(
  'recovery_codes',
  {
    accountId: ownerId(),
    /** Keyed hash of the code, base64url. */
    hash: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.hash] })],
);

/** What waits for a second factor, or for a new passkey. The first proof that is good takes it away. */
export const challenges = sqliteTable(
  'challenges',
  {
    /** SHA-256 of the token that the client holds, base64url. */
    tokenHash: text('token_hash').primaryKey(),
    accountId: ownerId(),
    purpose: text().$type<ChallengePurpose>().notNull(),
    /** What the authenticator signs, base64url. */
    webauthn: text().notNull(),
    /** What the purpose needs to go on, e.g. the device that signs in. */
    payload: text({ mode: 'json' }).notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [
    index('challenges_expiry').on(table.expiresAt),
    index('challenges_account').on(table.accountId),
  ],
);

export type ChallengePurpose = 'sign-in' | 'step-up' | 'add-passkey';
