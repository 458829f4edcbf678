import { beforeAll, describe, expect, test } from 'vitest';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import { Authenticator } from '../tests/support/authenticator.ts';
import {
  type Credential,
  creationOptions,
  passkeyOrigins,
  requestOptions,
  verifyAssertion,
  verifyRegistration,
} from './passkeys.ts';

const ORIGIN = 'chrome-extension://oaejefmndjpdnfenllnkmihgimefikea';
const OTHER = 'chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
const ORIGINS = [OTHER, ORIGIN];
const challenge = encodeBase64url(randomBytes(32));

let authenticator: Authenticator;
let credential: Credential;

beforeAll(async () => {
  authenticator = await Authenticator.make();
  const registration = await authenticator.register({ challenge, origin: ORIGIN });
  const made = await verifyRegistration(ORIGINS, challenge, registration);
  if (made === null) throw new Error('a good registration was refused');
  credential = made;
});

test('only the extensions that the environment names may use passkeys', () => {
  expect(passkeyOrigins({})).toEqual([]);
  expect(passkeyOrigins({ EXTENSION_IDS: 'a, b,,' })).toEqual([
    'chrome-extension://a',
    'chrome-extension://b',
  ]);
});

test('options name no relying party, so that it is the extension itself', () => {
  const account = { id: 'AAAAAAAAAAAAAAAAAAAAAA', email: 'ana@example.org' };
  const creation = creationOptions(challenge, account, [credential]);
  expect(creation).toMatchObject({
    rp: { name: 'Inkseal' },
    user: { id: account.id, name: account.email },
    excludeCredentials: [{ id: authenticator.id, type: 'public-key', transports: ['internal'] }],
  });
  expect(creation.rp).not.toHaveProperty('id');
  expect(requestOptions(challenge, [credential])).not.toHaveProperty('rpId');
});

describe('registration', () => {
  test('gives the key, and the origin it belongs to', () => {
    expect(credential).toMatchObject({
      credentialId: authenticator.id,
      counter: 0,
      transports: ['internal'],
      origin: ORIGIN,
    });
  });

  test.each([
    ['another challenge', { challenge: encodeBase64url(randomBytes(32)) }],
    ['a website', { origin: 'https://inkseal.test' }],
    ['an extension that is not named', { origin: `${OTHER}x` }],
    ['one extension for another', { rpId: OTHER }],
    ['an assertion', { type: 'webauthn.get' }],
    ['nobody there', { flags: 0 }],
    ['a certificate that would have to be fetched', { format: 'android-key' }],
    ['an unknown attestation', { format: 'nothing' }],
  ])('is refused with %s', async (_, change) => {
    const fresh = await Authenticator.make();
    const registration = await fresh.register({ challenge, origin: ORIGIN, ...change });
    expect(await verifyRegistration(ORIGINS, challenge, registration)).toBe(null);
  });

  test('is refused under an id that is not its own, and when it is no CBOR', async () => {
    const { response } = await authenticator.register({ challenge, origin: ORIGIN });
    const id = encodeBase64url(randomBytes(32));
    expect(await verifyRegistration(ORIGINS, challenge, { id, response })).toBe(null);
    const broken = { id: authenticator.id, response: { ...response, attestationObject: 'AAAA' } };
    expect(await verifyRegistration(ORIGINS, challenge, broken)).toBe(null);
  });
});

describe('assertion', () => {
  test('of the registered key is good and moves the counter', async () => {
    const assertion = await authenticator.assert({ challenge, origin: ORIGIN });
    const counter = await verifyAssertion(ORIGINS, challenge, credential, assertion);
    expect(counter).toBe(authenticator.counter);
    // A counter that goes back tells of a copied authenticator.
    const later = { ...credential, counter: authenticator.counter };
    expect(await verifyAssertion(ORIGINS, challenge, later, assertion)).toBe(null);
  });

  test.each([
    ['another challenge', { challenge: encodeBase64url(randomBytes(32)) }],
    ['another origin that is named', { origin: OTHER }],
    ['another relying party', { rpId: OTHER }],
    ['a registration', { type: 'webauthn.create' }],
    ['nobody there', { flags: 0 }],
  ])('is refused with %s', async (_, change) => {
    const assertion = await authenticator.assert({ challenge, origin: ORIGIN, ...change });
    expect(await verifyAssertion(ORIGINS, challenge, credential, assertion)).toBe(null);
  });

  test('of another key is refused, whatever id it gives itself', async () => {
    const other = await Authenticator.make();
    const assertion = await other.assert({ challenge, origin: ORIGIN });
    expect(await verifyAssertion(ORIGINS, challenge, credential, assertion)).toBe(null);
    const renamed = { ...assertion, id: credential.credentialId };
    expect(await verifyAssertion(ORIGINS, challenge, credential, renamed)).toBe(null);
  });

  test('of an extension that is named no longer is refused', async () => {
    const assertion = await authenticator.assert({ challenge, origin: ORIGIN });
    expect(await verifyAssertion([OTHER], challenge, credential, assertion)).toBe(null);
  });
});
