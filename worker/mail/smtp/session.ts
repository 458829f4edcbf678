import { Connection, type Reply } from './connection.ts';
import type { MailServer } from './mail-server.ts';
import { SmtpError, type SmtpStage } from './smtp-error.ts';

/** A session may take this long to begin, and then for each mail. */
export const SMTP_LIMIT_MS = 20_000;

/** Sender and recipient as the server must know them, and the whole message, ready for DATA. */
export interface Envelope {
  readonly from: string;
  readonly to: string;
  readonly message: string;
}

/** A session with a mail server that takes mail from us (RFC 5321, 6409). */
export class SmtpSession {
  readonly #connection: Connection;

  private constructor(connection: Connection) {
    this.#connection = connection;
  }

  /**
   * Connects, encrypts and signs in.
   *
   * @param clientName what to say hello with
   * @throws {SmtpError} also where the server offers no encryption and is not on loopback: no password and no
   * code ever goes out in clear
   */
  static async open(server: MailServer, clientName: string): Promise<SmtpSession> {
    const connection = await Connection.open(server, SMTP_LIMIT_MS);
    const session = new SmtpSession(connection);
    try {
      await session.#begin(server, clientName);
      return session;
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  /** @throws {SmtpError} after which the session is still good when {@link SmtpError.isRefusal} */
  async deliver({ from, to, message }: Envelope): Promise<void> {
    this.#connection.allow(SMTP_LIMIT_MS);
    await this.#ask('sender', `MAIL FROM:<${from}>`, 250);
    await this.#ask('recipient', `RCPT TO:<${to}>`, 250, 251);
    await this.#ask('data', 'DATA', 354);
    await this.#ask('data', message, 250);
  }

  /** Forgets a mail that was refused half-way. */
  async reset(): Promise<void> {
    await this.#ask('sender', 'RSET', 250);
  }

  /** Says goodbye and doesn't wait for the answer. */
  async close(): Promise<void> {
    try {
      await this.#connection.send('data', 'QUIT');
    } catch {
      // The mail went; how the server leaves is its own affair.
    }
    this.#connection.close();
  }

  async #begin({ encryption, credentials }: MailServer, clientName: string): Promise<void> {
    expect('greeting', await this.#connection.read('greeting'), 220);
    let offers = await this.#hello(clientName);
    const mayEncrypt = encryption !== 'implicit' && offers.has('STARTTLS');
    if (encryption === 'starttls' && !mayEncrypt) throw new SmtpError('starttls');
    if (mayEncrypt) {
      await this.#ask('starttls', 'STARTTLS', 220);
      this.#connection.startTls();
      offers = await this.#hello(clientName);
    }
    if (credentials !== null) await this.#signIn(offers.get('AUTH') ?? [], credentials);
  }

  /** @returns what the server offers, e.g. `AUTH` with its mechanisms */
  async #hello(clientName: string): Promise<Map<string, readonly string[]>> {
    const { lines } = await this.#ask('ehlo', `EHLO ${clientName}`, 250);
    return new Map(
      lines.slice(1).map((line) => {
        const [keyword = '', ...parameters] = line.toUpperCase().split(' ');
        return [keyword, parameters];
      }),
    );
  }

  async #signIn(
    mechanisms: readonly string[],
    { user, password }: NonNullable<MailServer['credentials']>,
  ): Promise<void> {
    if (mechanisms.includes('PLAIN')) {
      await this.#ask('auth', `AUTH PLAIN ${base64(`\0${user}\0${password}`)}`, 235);
    } else if (mechanisms.includes('LOGIN')) {
      await this.#ask('auth', 'AUTH LOGIN', 334);
      await this.#ask('auth', base64(user), 334);
      await this.#ask('auth', base64(password), 235);
    } else {
      throw new SmtpError('auth');
    }
  }

  async #ask(stage: SmtpStage, text: string, ...good: readonly number[]): Promise<Reply> {
    await this.#connection.send(stage, text);
    return expect(stage, await this.#connection.read(stage), ...good);
  }
}

function expect(stage: SmtpStage, reply: Reply, ...good: readonly number[]): Reply {
  if (!good.includes(reply.code)) throw new SmtpError(stage, reply.code);
  return reply;
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
