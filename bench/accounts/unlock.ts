import type { StoredAccount } from '../../shared/account/account-client.ts';
import { clientOf } from '../../shared/account/account-server.ts';
import { derivePassword } from '../../shared/account/password-keys.ts';
import { prepareSignUp } from '../../shared/account/sign-up.ts';
import { ForgetfulMemory } from '../../shared/account/testing/forgetful-memory.ts';
import { unlock } from '../../shared/account/unlock.ts';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { OBJECT_ID_BYTES } from '../../shared/crypto/brand.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import { sealManifest } from '../../shared/crypto/manifest.ts';
import { median } from '../shares/statistics.ts';
import type { BenchRow } from '../table.ts';

const PASSWORD = 'four words nobody says';
const ROUNDS = 7;
const ITEMS = 2_000;

export interface SignUpProof {
  readonly email: string;
  readonly code: string;
}

/**
 * What unlocking takes on this machine without any server, in Node: the derivation, and all else, which is to open the
 * user key, the manifest, and both key pairs, and to compare them with what the device saw.
 */
export async function measureUnlock(
  origin: string,
  proof: SignUpProof,
): Promise<readonly BenchRow[]> {
  const memory = new ForgetfulMemory();
  const device = { id: encodeBase64url(randomBytes(16)), name: 'A browser' };
  const prepared = await prepareSignUp(PASSWORD, device);
  const { account } = await prepared.create(clientOf({ origin }), proof, memory);
  const { stored, manifest, userKey, accountId } = account;
  const ids = Array.from({ length: ITEMS }, () => encodeBase64url(randomBytes(OBJECT_ID_BYTES)));
  const named = { ...manifest, items: new Map(ids.map((id) => [id, 1])) };
  const counter = stored.manifestCounter + 1;
  const full: StoredAccount = {
    ...stored,
    manifest: encodeBase64url(await sealManifest(userKey, accountId, counter, named)),
    manifestCounter: counter,
  };
  const derivations: number[] = [];
  const unlocks: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    derivations.push(await time(() => derivePassword(PASSWORD, full.kdf, undefined)));
    unlocks.push(await time(() => unlock(full, PASSWORD, memory)));
  }
  const derivation = median(derivations);
  // Both take turns: a busy moment is in both, and one derivation is the same work as another.
  const rest = median(unlocks.map((whole, round) => whole - (derivations[round] as number)));
  return [
    {
      measure: `unlock: derivation, ${stored.kdf.iterations.toLocaleString('en')} rounds, p50 of ${ROUNDS}`,
      result: `${derivation.toFixed(0)} ms`,
    },
    {
      measure: `unlock: all else, ${ITEMS.toLocaleString('en')} items in the manifest, p50 of ${ROUNDS}`,
      result: `${rest.toFixed(1)} ms`,
    },
  ];
}

async function time(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}
