import { clientOf } from '../../shared/account/account-server.ts';
import { prepareSignUp } from '../../shared/account/sign-up.ts';
import { ForgetfulMemory } from '../../shared/account/testing/forgetful-memory.ts';
import { requestCode } from '../../shared/api/client/accounts/sign-in.ts';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { randomBytes } from '../../shared/crypto/bytes.ts';
import { openDevice } from '../../shared/sync/testing/open-device.ts';
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
  const signedIn = await prepared.create(clientOf({ origin }), proof, memory);
  const { mirror, sync } = await openDevice(origin, { ...signedIn, memory });
  for (let n = 0; n < items; n++) await mirror.library.put(`part/other/${n}`, randomBytes(32));
  await sync();
}
