import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import type { V4WorkerOptions } from 'miniflare';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** A mail server on loopback for whoever tries Inkseal out: it keeps nothing and sends nothing on. */
export interface Mailbox {
  /** Makes a Worker send to it. */
  readonly configure: (worker: V4WorkerOptions) => V4WorkerOptions;
  close(): Promise<void>;
}

/** Opens one on a free port; `onMail` is called for each mail. */
export async function openMailbox(onMail: (mail: ReceivedMail) => void): Promise<Mailbox> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 0,
    onData(stream, { envelope }, done) {
      simpleParser(stream).then(({ subject = '', text = '' }) => {
        for (const { address } of envelope.rcptTo) onMail({ to: address, subject, text });
        done();
      }, done);
    },
  });
  // A client that hangs up; the Worker says itself what did not go.
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const mail = {
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: 'Inkseal <no-reply@inkseal.localhost>',
  };
  return {
    configure: ({ bindings, ...worker }) => ({ ...worker, bindings: { ...bindings, ...mail } }),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** What a mail looks like in the terminal; a code stands in its subject. */
export function describeMail({ to, subject }: ReceivedMail): string {
  return `Mail to ${to}: ${subject}`;
}
