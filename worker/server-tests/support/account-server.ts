import { vi } from 'vitest';
import { type Mailbox, openMailbox, type ReceivedMail } from '../../../scripts/serving/mailbox.ts';
import type { TokensAnswer } from '../../../shared/api/contract.ts';
import {
  freshDevice,
  type NewAccount,
  prepareAccount,
} from '../../tests/support/prepare-account.ts';
import { post } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** A server with a mailbox that it sends to. */
export interface MailingServer {
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
}

export type AccountServer = TestServer & MailingServer;

export interface MadeAccount {
  readonly email: string;
  readonly request: NewAccount;
  readonly tokens: TokensAnswer;
}

export function startAccountServer(): Promise<AccountServer> {
  return withMailbox((configure) => startTestServer({ configure }));
}

/** Starts a server that sends to a mailbox, which ends with it. */
export async function withMailbox<S extends { readonly url: string; stop(): Promise<void> }>(
  start: (configure: Mailbox['configure']) => Promise<S>,
): Promise<S & MailingServer> {
  const mails: ReceivedMail[] = [];
  const mailbox = await openMailbox((mail) => mails.push(mail));
  const server = await start(mailbox.configure);
  return {
    ...server,
    mails,
    async stop() {
      await server.stop();
      await mailbox.close();
    },
  };
}

/** Signs up with the code that the mail brings. */
export async function makeAccount(server: MailingServer, email: string): Promise<MadeAccount> {
  const request = await prepareAccount();
  const code = await askForCode(server, email, 'sign-up');
  const sent = { email, code, account: request, device: freshDevice() };
  const tokens = await answered<TokensAnswer>(post(`${server.url}/api/v1/accounts`, sent));
  return { email, request, tokens };
}

export async function askForCode(
  { url, mails }: MailingServer,
  email: string,
  purpose: 'sign-up' | 'recovery',
): Promise<string> {
  const before = mails.length;
  await post(`${url}/api/v1/accounts/codes`, { email, purpose });
  return vi.waitFor(() => {
    const [code] = mails
      .slice(before)
      .filter(({ to }) => to === email)
      .flatMap(({ subject }) => subject.match(/\b\d{8}\b/) ?? []);
    if (code === undefined) throw new Error(`no code for ${purpose} came`);
    return code;
  }, 20_000);
}

/** The status of signing in with this `auth`, from a device of its own. */
export async function trySignIn(url: string, email: string, auth: string): Promise<number> {
  const answer = await post(`${url}/api/v1/sign-in`, { email, auth, device: freshDevice() });
  await answer.body?.cancel();
  return answer.status;
}

/** What was answered, `undefined` where that has no body. @throws where it was refused */
export async function answered<T>(asked: Promise<Response>): Promise<T> {
  const answer = await asked;
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
