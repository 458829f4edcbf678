import { type Mailbox, openMailbox, type ReceivedMail } from '../../scripts/serving/mailbox.ts';
import { pollUntil } from './poll-until.ts';

/** The mail that a server of a test sends, read in its order. */
export class Inbox {
  /** For the server's options, so that it sends here. */
  readonly configure: Mailbox['configure'];
  readonly #mailbox: Mailbox;
  readonly #unread: ReceivedMail[];

  private constructor(mailbox: Mailbox, unread: ReceivedMail[]) {
    this.configure = mailbox.configure;
    this.#mailbox = mailbox;
    this.#unread = unread;
  }

  static async open(): Promise<Inbox> {
    const unread: ReceivedMail[] = [];
    return new Inbox(await openMailbox((mail) => unread.push(mail)), unread);
  }

  /** The next mail to `address`; all before it count as read. */
  nextMail(address: string): Promise<ReceivedMail> {
    return pollUntil(`mail to ${address}`, async () => {
      for (let mail = this.#unread.shift(); mail; mail = this.#unread.shift()) {
        if (mail.to === address) return mail;
      }
      return undefined;
    });
  }

  /** The code in the next mail to `address` that has one; all before it count as read. */
  nextCode(address: string): Promise<string> {
    return pollUntil(`a code to ${address}`, async () => {
      for (let mail = this.#unread.shift(); mail; mail = this.#unread.shift()) {
        const code = mail.to === address ? /^\d{8}$/m.exec(mail.text)?.[0] : undefined;
        if (code !== undefined) return code;
      }
      return undefined;
    });
  }

  close(): Promise<void> {
    return this.#mailbox.close();
  }
}
