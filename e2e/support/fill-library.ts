import { clientOf } from '../../shared/account/account-server.ts';
import { readManifest, updateManifest } from '../../shared/account/manifest.ts';
import { prepareSignUp } from '../../shared/account/sign-up.ts';
import { ForgetfulMemory } from '../../shared/account/testing/forgetful-memory.ts';
import { requestCode } from '../../shared/api/client/accounts/sign-in.ts';
import { request } from '../../shared/api/client/request.ts';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import { MemoryStore } from '../../shared/keys/tests/memory-store.ts';
import { Mirror } from '../../shared/sync/mirror.ts';
import { openLibrary } from '../../shared/sync/open-library.ts';
import { syncLibrary } from '../../shared/sync/sync-library.ts';
import type { Inbox } from './inbox.ts';

/** Makes an account whose library has so many items, as another device of its owner would have brought them there. */
export async function fillLibrary(
  origin: string,
  inbox: Inbox,
  { email, password, items }: { email: string; password: string; items: number },
): Promise<void> {
  const memory = new ForgetfulMemory();
  const device = { id: encodeBase64url(randomBytes(16)), name: 'Another one' };
  const prepared = await prepareSignUp(password, device);
  await requestCode({ origin }, { email, purpose: 'sign-up' });
  const proof = { email, code: await inbox.nextCode(email) };
  const { user, tokens, account } = await prepared.create(clientOf({ origin }), proof, memory);
  const { userKey, generation } = account;
  const { accessToken } = tokens;
  const transport = {
    origin,
    accessToken: async () => accessToken,
    request: (path: string, options = {}) =>
      request(origin, path, { ...options, bearer: accessToken }),
  };
  const read = () => readManifest(user, account, memory);
  const manifest = {
    read: async () => (await read()).manifest,
    update: async (change: Parameters<typeof updateManifest>[2]) => {
      await updateManifest(user, await read(), change, memory);
    },
  };
  const mirror = new Mirror(new MemoryStore(), (_, act) => act());
  const keys = await openLibrary(transport, account, mirror);
  for (let n = 0; n < items; n++) await mirror.library.put(`part/other/${n}`, randomBytes(32));
  await syncLibrary({ transport, userKey, generation, keys, mirror, manifest });
}
