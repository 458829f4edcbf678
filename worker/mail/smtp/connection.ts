import { connect } from 'cloudflare:sockets';
import type { MailServer } from './mail-server.ts';
import { SmtpError, type SmtpStage } from './smtp-error.ts';

/** Longer than any honest answer; bounds what a server makes us keep. */
const MAX_REPLY_LENGTH = 16_384;
const REPLY = /^(?:\d{3}-[^\n]*\n)*(\d{3})(?: [^\n]*)?\n/;

/** A reply of the server: its code and its text, the code of each line left out. */
export interface Reply {
  readonly code: number;
  readonly lines: readonly string[];
}

/** Lines to a mail server, and its replies. All waits end when the time that was given is over. */
export class Connection {
  #socket: Socket;
  #reader: ReadableStreamDefaultReader<Uint8Array>;
  #writer: WritableStreamDefaultWriter<Uint8Array>;
  #decoder = new TextDecoder();
  #unread = '';
  #deadline: number;

  private constructor(socket: Socket, limitMs: number) {
    this.#socket = socket;
    this.#deadline = Date.now() + limitMs;
    this.#reader = socket.readable.getReader();
    this.#writer = socket.writable.getWriter();
  }

  static async open({ host, port, encryption }: MailServer, limitMs: number): Promise<Connection> {
    const secureTransport = encryption === 'implicit' ? 'on' : 'starttls';
    const socket = connect({ hostname: host, port }, { secureTransport, allowHalfOpen: false });
    const connection = new Connection(socket, limitMs);
    try {
      await connection.#inTime('connect', socket.opened);
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  /** Gives what follows this long. */
  allow(limitMs: number): void {
    this.#deadline = Date.now() + limitMs;
  }

  /** Sends one command, or a message that ends as DATA must. */
  async send(stage: SmtpStage, text: string): Promise<void> {
    await this.#inTime(stage, this.#writer.write(new TextEncoder().encode(`${text}\r\n`)));
  }

  async read(stage: SmtpStage): Promise<Reply> {
    for (;;) {
      const [text, code] = REPLY.exec(this.#unread) ?? [];
      if (text !== undefined) {
        this.#unread = this.#unread.slice(text.length);
        const lines = text.trimEnd().split(/\r?\n/);
        return { code: Number(code), lines: lines.map((line) => line.slice(4)) };
      }
      if (this.#unread.length > MAX_REPLY_LENGTH) throw new SmtpError(stage);
      const { value, done } = await this.#inTime(stage, this.#reader.read());
      if (done) throw new SmtpError(stage);
      this.#unread += this.#decoder.decode(value, { stream: true });
    }
  }

  /** Goes on encrypted. What came in clear after the go-ahead was never said by the server (RFC 3207, 5). */
  startTls(): void {
    if (this.#unread !== '') throw new SmtpError('starttls');
    this.#reader.releaseLock();
    this.#writer.releaseLock();
    this.#socket = this.#socket.startTls();
    this.#reader = this.#socket.readable.getReader();
    this.#writer = this.#socket.writable.getWriter();
  }

  close(): void {
    this.#socket.close().catch(() => {
      // It failed already; that was told where it mattered.
    });
  }

  async #inTime<T>(stage: SmtpStage, wait: Promise<T>): Promise<T> {
    const { promise, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(reject, this.#deadline - Date.now());
    try {
      return await Promise.race([wait, promise]);
    } catch {
      throw new SmtpError(stage);
    } finally {
      clearTimeout(timer);
    }
  }
}
