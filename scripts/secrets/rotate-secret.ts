import { makeKeyList, makeRandomKey, makeTokenKey, type SecretName } from './make-secrets.ts';

interface PublicJwk {
  readonly d?: string;
}

/** How each secret gets a new value; `current` is the value of now. */
const ROTATIONS: Readonly<
  Record<SecretName, (current: string, dropOlder: boolean) => string | Promise<string>>
> = {
  ADDRESS_KEY: makeRandomKey,
  UNKNOWN_ACCOUNT_KEY: makeRandomKey,
  AUTH_PEPPERS: rotateList,
  SEALING_KEYS: rotateList,
  TOKEN_KEYS: async (current, dropOlder) => {
    const { keys }: { keys: readonly PublicJwk[] } = JSON.parse(current);
    // What was signed with the one before is good for 15 minutes more; reading it takes the public half.
    const previous = dropOlder ? [] : keys.slice(0, 1).map(({ d: _private, ...jwk }) => jwk);
    return JSON.stringify({ keys: [await makeTokenKey(), ...previous] });
  },
};

function rotateList(current: string, dropOlder: boolean): string {
  if (!dropOlder) return makeKeyList(current);
  return JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(current)).slice(0, 1)));
}

/**
 * The new value of a secret.
 *
 * @param dropOlder `SEALING_KEYS`, `AUTH_PEPPERS`: keep the newest alone and make none; `TOKEN_KEYS`: end every token of now
 */
export async function rotateSecret(
  name: SecretName,
  current: string,
  dropOlder: boolean,
): Promise<string> {
  return ROTATIONS[name](current, dropOlder);
}
