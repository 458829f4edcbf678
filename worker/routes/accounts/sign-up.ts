import { Hono } from 'hono';
import { MANIFEST_MAX_BYTES } from '../../../shared/api/account-limits.ts';
import {
  type ParsedSignUpRequest,
  signUpRequest,
  type TokensAnswer,
} from '../../../shared/api/contract.ts';
import { encodeBase64url } from '../../../shared/crypto/base64url.ts';
import type { Bytes } from '../../../shared/crypto/bytes.ts';
import { makeVerifier, verifyAuth } from '../../access/verifier.ts';
import { insertAccountStatements } from '../../database/accounts/change-account.ts';
import { type AccountRow, findAccountForDevice } from '../../database/accounts/find-account.ts';
import { linkIdentityStatement } from '../../database/accounts/identities.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppContext, AppEnv } from '../../http/app-env.ts';
import { limitRate } from '../../http/limit-rate.ts';
import { readJson } from '../../http/read-body.ts';
import { useCode } from './codes.ts';
import { type Device, openSession } from './open-session.ts';
import { requireGoodKeys } from './public-keys.ts';
import { readWho, type Who } from './who.ts';

/** Room for the longest manifest in base64url, and all else. */
const MAX_BYTES = 2 * MANIFEST_MAX_BYTES;

/** An account comes about at once, confirmed: with the code from the mail, or an issuer's word for the address. */
export const signUpRoutes = new Hono<AppEnv>().post('/', limitRate('ACCOUNT_LIMIT'), async (c) => {
  const request = await readJson(c, signUpRequest, MAX_BYTES);
  const { account, device } = request;
  await requireGoodKeys(account.keys);
  const who = await readWho(c, request);
  if ('code' in request) {
    const { email: subject, code } = request;
    await useCode(c, 'sign-up-code', { subject, code, use: account.id });
  }
  const row = await newRow(c, who.email, account);
  try {
    return c.json(await create(c, { row, who, account, device }), 201);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'account-exists') throw error;
    return c.json(await repeat(c, row, account.auth, device), 201);
  }
});

type NewAccount = ParsedSignUpRequest['account'];

async function newRow(c: AppContext, email: string, account: NewAccount): Promise<AccountRow> {
  const { kdf, recovery } = account;
  return {
    id: account.id,
    email,
    role: 'user',
    state: 'active',
    createdAt: new Date(),
    deleteAfter: null,
    salt: kdf.salt,
    iterations: kdf.iterations,
    authHash: await makeVerifier(c.env, account.auth),
    wrappedUserKey: account.wrappedUserKey,
    recoveryAuthHash: await makeVerifier(c.env, recovery.auth),
    recoveryWrappedUserKey: recovery.wrappedUserKey,
    generation: account.generation,
    revision: 1,
  };
}

function create(
  c: AppContext,
  {
    row,
    who,
    account: manifest,
    device,
  }: {
    readonly row: AccountRow;
    readonly who: Who;
    readonly account: NewAccount;
    readonly device: Device;
  },
): Promise<TokensAnswer> {
  const keys = manifest.keys.map(({ publicKey, ...key }) => ({
    ...key,
    publicKey: encodeBase64url(publicKey),
  }));
  const { newIdentity } = who;
  const before = [
    ...insertAccountStatements(c.env.DB, { account: row, keys, manifest }),
    ...(newIdentity === null ? [] : [linkIdentityStatement(c.env.DB, row.id, newIdentity)]),
  ];
  const hindrances = { 'not-unique': 'account-exists' } as const;
  return openSession(c, { ...row, isKnownDevice: false }, device, {
    kind: 'sign-up',
    before,
    hindrances,
  });
}

/**
 * The same request again, whose first answer was lost, gets another session of the account that it made.
 * @throws {ApiError} `account-exists` where the id or the address is another account's
 */
async function repeat(
  c: AppContext,
  { id, email }: AccountRow,
  auth: Bytes,
  device: Device,
): Promise<TokensAnswer> {
  const account = await findAccountForDevice(c.env.DB, { id }, device.id);
  const { isRight } = await verifyAuth(c.env, auth, account?.authHash ?? null);
  const isSame = account?.email === email && account.isKnownDevice && account.revision === 1;
  if (account === null || !isRight || !isSame) throw new ApiError('account-exists');
  return openSession(c, account, device, { kind: 'sign-in' });
}
