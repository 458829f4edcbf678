import { LOCAL_STORE } from '../../extension/library/local-store.ts';
import { PASSKEY_PRF_INPUT } from '../../shared/account/passkey-wrap.ts';
import { type Bytes, randomBytes, utf8 } from '../../shared/crypto/bytes.ts';
import { HardwareKeys, HardwareStore } from '../../shared/keys/hardware-store.ts';
import { SEALED_STORE_CASES } from '../../shared/keys/tests/sealed-store-cases.ts';

/* Runs in a page of the extension with an authenticator: a store that opens only with a passkey. */

const prfAsked = { prf: { eval: { first: PASSKEY_PRF_INPUT } } };

/** @returns the id of a new passkey of this extension */
async function makePasskey(): Promise<Bytes> {
  const credential = (await navigator.credentials.create({
    publicKey: {
      challenge: randomBytes(32),
      rp: { name: 'Inkseal' },
      user: { id: randomBytes(16), name: 'somebody', displayName: 'Somebody' },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      extensions: prfAsked,
    },
  })) as PublicKeyCredential;
  return new Uint8Array(credential.rawId);
}

async function askPrf(id: Bytes): Promise<Bytes> {
  const credential = (await navigator.credentials.get({
    publicKey: {
      challenge: randomBytes(32),
      allowCredentials: [{ id, type: 'public-key' }],
      userVerification: 'required',
      extensions: prfAsked,
    },
  })) as PublicKeyCredential;
  const { prf } = credential.getClientExtensionResults();
  return new Uint8Array(prf?.results?.first as ArrayBuffer);
}

async function clear(): Promise<void> {
  for (const name of await LOCAL_STORE.list('')) await LOCAL_STORE.delete(name);
}

/** Runs the contract of stores with a passkey's store, each case with an empty one. */
async function runHardwareCases() {
  const id = await makePasskey();
  const keys = new HardwareKeys(() => askPrf(id));
  const failures: string[] = [];
  for (const { title, run } of SEALED_STORE_CASES) {
    await clear();
    const running = run(new HardwareStore(LOCAL_STORE, keys));
    await running.catch((error: Error) => failures.push(`${title}: ${error.message}`));
  }
  return { ran: SEALED_STORE_CASES.length, failures };
}

/** What one passkey sealed, read after it was locked with that one and with another. */
async function compareTwoPasskeys() {
  const [own, other] = [await makePasskey(), await makePasskey()];
  await new HardwareStore(LOCAL_STORE, new HardwareKeys(() => askPrf(own))).put('a', utf8('a plain word'));
  const lying = new TextDecoder().decode(await LOCAL_STORE.get('a'));
  const read = (id: Bytes) =>
    new HardwareStore(LOCAL_STORE, new HardwareKeys(() => askPrf(id))).get('a').then(
      (bytes) => new TextDecoder().decode(bytes),
      (error: { code?: string }) => error.code,
    );
  return { shows: lying.includes('plain'), own: await read(own), other: await read(other) };
}

const keysHarness = { runHardwareCases, compareTwoPasskeys };

declare global {
  var keysHarness: typeof import('./keys-harness.ts').default;
}
globalThis.keysHarness = keysHarness;
export default keysHarness;
