/** Where in a session something went wrong. */
export type SmtpStage =
  | 'connect'
  | 'greeting'
  | 'ehlo'
  | 'starttls'
  | 'auth'
  | 'sender'
  | 'recipient'
  | 'data';

/**
 * A mail did not go. What the server said is left out: it repeats addresses, which no log may hold.
 */
export class SmtpError extends Error {
  override readonly name = 'SmtpError';
  readonly stage: SmtpStage;
  /** Reply code (RFC 5321, section 4.2); `null` where there was no usable reply. */
  readonly reply: number | null;

  constructor(stage: SmtpStage, reply: number | null = null) {
    super(`The mail server failed at ${stage}${reply === null ? '' : ` with ${reply}`}`);
    this.stage = stage;
    this.reply = reply;
  }

  /** Whether this very mail was refused for good (RFC 5321, section 4.2.1), not the session. */
  get isRefusal(): boolean {
    const isOfMail = this.stage === 'recipient' || this.stage === 'data';
    return isOfMail && this.reply !== null && this.reply >= 500;
  }
}
