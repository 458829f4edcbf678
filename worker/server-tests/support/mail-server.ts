import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';

/** A mail server that keeps what it gets. */
export interface MailServer {
  readonly port: number;
  readonly received: readonly ParsedMail[];
  /** Recipients and encryption of each mail, as the session knew them. */
  readonly sessions: readonly SMTPServerSession[];
  stop(): Promise<void>;
}

/** Starts on a port of 127.0.0.1, a free one unless told. */
export async function startMailServer(
  options: SMTPServerOptions = {},
  port = 0,
): Promise<MailServer> {
  const received: ParsedMail[] = [];
  const sessions: SMTPServerSession[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 0,
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        received.push(mail);
        sessions.push(session);
        done();
      }, done);
    },
    ...options,
  });
  // Sessions that a test breaks off on purpose.
  server.on('error', () => {});
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    sessions,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** What a mail server says no with. */
export function refusal(responseCode: number): Error {
  return Object.assign(new Error('no'), { responseCode });
}
