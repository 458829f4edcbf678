import { askPrf } from '../../extension/account/passkeys/ask-prf.ts';
import { LOCAL_STORE } from '../../extension/library/local-store.ts';
import { PASSKEY_PRF_INPUT } from '../../shared/account/passkey-wrap.ts';
import { randomBytes, utf8 } from '../../shared/crypto/bytes.ts';
import { HardwareKeys, HardwareStore } from '../../shared/keys/hardware-store.ts';
import { SEALED_STORE_CASES } from '../../shared/keys/tests/sealed-store-cases.ts';

/* Runs in a page of the extension with an authenticator, as `keysHarness`: a store that opens only with a passkey. */

/** @returns the id of a new passkey of this extension */
async function makePasskey(): Promise<string> {
  const credential = await navigator.credentials.create({
    publicKey: {
      challenge: randomBytes(32),
      rp: { name: 'Inkseal' },
      user: { id: randomBytes(16), name: 'somebody', displayName: 'Somebody' },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      extensions: { prf: { eval: { first: PASSKEY_PRF_INPUT } } },
    },
  });
  if (!credential) throw new Error('No passkey was made');
  return credential.id;
}

const storeUnder = (id: string) =>
  new HardwareStore(LOCAL_STORE, new HardwareKeys(async () => (await askPrf([id])).prf));

/** Runs the contract of stores with a passkey's store, each case with an empty one. */
async function runStoreCases() {
  const store = storeUnder(await makePasskey());
  const failures: string[] = [];
  for (const { title, run } of SEALED_STORE_CASES) {
    for (const name of await store.list('')) await store.delete(name);
    await run(store).catch((error: Error) => failures.push(`${title}: ${error.message}`));
  }
  return { ran: SEALED_STORE_CASES.length, failures };
}

/** What one passkey sealed: whether it shows where it lies, and what a page reads with that one and with another. */
async function compareTwoPasskeys() {
  const [own, other] = [await makePasskey(), await makePasskey()];
  await storeUnder(own).put('a', utf8('a plain word'));
  const read = (id: string) =>
    storeUnder(id)
      .get('a')
      .then(
        (bytes) => new TextDecoder().decode(bytes),
        (error: { code?: string }) => error.code,
      );
  const lying = new TextDecoder().decode(await LOCAL_STORE.get('a'));
  return { shows: lying.includes('plain'), own: await read(own), other: await read(other) };
}

const harnessOfKeys = { runStoreCases, compareTwoPasskeys };

type KeysHarness = typeof harnessOfKeys;

declare global {
  var keysHarness: KeysHarness;
}
globalThis.keysHarness = harnessOfKeys;
