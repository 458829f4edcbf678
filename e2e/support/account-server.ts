import type { V4WorkerOptions } from 'miniflare';
import { openMailbox, type ReceivedMail } from '../../scripts/serving/mailbox.ts';
import { pollUntil } from './poll-until.ts';
import { TestServer } from './test-server.ts';

/** A real server and a real mail server that it sends to. */
export interface AccountServer {
  readonly server: TestServer;
  /** The newest mail to `address` that came after this was called last for it. */
  readMail(address: string): Promise<ReceivedMail>;
  /** The code in that mail. */
  readCode(address: string): Promise<string>;
  destroy(): Promise<void>;
}

/** @param bindings what the environment of the server says beside its secrets */
export async function startAccountServer(
  bindings: Readonly<Record<string, string>>,
): Promise<AccountServer> {
  const waiting: ReceivedMail[] = [];
  const mailbox = await openMailbox((mail) => void waiting.push(mail));
  const configure = (worker: V4WorkerOptions): V4WorkerOptions => {
    const configured = mailbox.configure(worker);
    return { ...configured, bindings: { ...configured.bindings, ...bindings } };
  };
  const server = await TestServer.create({ configure });
  const readMail = (address: string) =>
    pollUntil(`a mail to ${address}`, async () => {
      const found = waiting.findLast(({ to }) => to === address);
      if (found) waiting.splice(0, waiting.length, ...waiting.filter(({ to }) => to !== address));
      return found;
    });
  return {
    server,
    readMail,
    async readCode(address) {
      const { subject, text } = await readMail(address);
      const code = /^\d{8}$/m.exec(text)?.[0];
      if (code === undefined) throw new Error(`No code is in “${subject}”`);
      return code;
    },
    async destroy() {
      await server.destroy();
      await mailbox.close();
    },
  };
}
