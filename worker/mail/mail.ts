import type { AccountRole } from '../../shared/api/account-limits.ts';

/** A code and the end of its use. */
interface CodeFacts {
  readonly code: string;
  readonly goodUntil: Date;
}

/** When something was done to an account and by whom, as far as its owner may know; empty where unknown. */
export interface NoticeFacts {
  readonly at: Date;
  /** The name its owner gave the device. */
  readonly device: string;
  /** Browser and system family. */
  readonly client: string;
  /** Two letters (ISO 3166). */
  readonly country: string;
}

export interface FactorFacts extends NoticeFacts {
  readonly factor: 'totp' | 'passkey' | 'recovery-codes' | 'identity';
}

interface ReasonFacts {
  readonly reason: string;
}

/** Every kind of mail and what its text needs to know. */
export interface MailFacts {
  readonly 'sign-up-code': CodeFacts;
  /** Instead of a code, when somebody signs up with the address of an account. */
  readonly 'already-registered': object;
  readonly 'recovery-code': CodeFacts;
  /** Instead of a code, when somebody recovers with an address that has no account. */
  readonly 'no-account': object;
  /** To the new address. */
  readonly 'email-change-code': CodeFacts;
  /** To the new address instead, when it has an account already. */
  readonly 'email-taken': object;
  /** To the old address. */
  readonly 'email-changed': NoticeFacts;
  readonly 'new-device': NoticeFacts;
  readonly 'factor-added': FactorFacts;
  readonly 'factor-removed': FactorFacts;
  readonly 'password-changed': NoticeFacts;
  /** The account was opened with the recovery kit. */
  readonly 'account-recovered': NoticeFacts;
  readonly 'recovery-kit-replaced': NoticeFacts;
  readonly 'user-key-replaced': NoticeFacts;
  /** A refresh token was used twice: somebody else may have had it. */
  readonly 'session-reused': NoticeFacts;
  readonly 'deletion-planned': NoticeFacts & { readonly deleteAfter: Date };
  readonly 'deletion-cancelled': NoticeFacts;
  readonly 'account-deleted': object;
  readonly 'account-suspended': ReasonFacts;
  readonly 'account-restored': ReasonFacts;
  /** Somebody became an operator, or is one no more. */
  readonly 'role-changed': ReasonFacts & { readonly role: AccountRole; readonly at: Date };
}

export type MailKind = keyof MailFacts;

/** One mail to one person. */
export type Mail = {
  readonly [Kind in MailKind]: { readonly to: string; readonly kind: Kind } & MailFacts[Kind];
}[MailKind];

/** What leaves: plain text, lines ending in LF. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}
