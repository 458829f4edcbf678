import type { Letter, Mail, MailFacts, MailKind, NoticeFacts } from './mail.ts';

interface Text {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

type Writers = { readonly [Kind in MailKind]: (facts: MailFacts[Kind]) => Text };

const NOT_YOU =
  'If that was not you, sign in, end the sessions you do not know under “Sessions”, and change your password. ' +
  'If you can no longer sign in, use your recovery kit.';
const IGNORE = 'If you did not ask for this, you need not do anything.';
const NEVER_ASKED = 'Nobody of Inkseal will ever ask you for this code.';

const FACTORS = {
  totp: 'an authenticator app',
  passkey: 'a passkey',
  'recovery-codes': 'new recovery codes',
  identity: 'a sign-in by a provider such as Google',
} as const;

/** The words of every mail. Codes stand alone in their line. */
const WRITERS: Writers = {
  'sign-up-code': ({ code, goodUntil }) => ({
    subject: `${code} is your Inkseal code`,
    paragraphs: [
      'Enter this code to make your Inkseal account:',
      code,
      `It is good until ${time(goodUntil)}. ${NEVER_ASKED}`,
      IGNORE,
    ],
  }),
  'already-registered': () => ({
    subject: 'You have an Inkseal account already',
    paragraphs: [
      'Somebody, probably you, wanted to make an Inkseal account with this address. There is one already: sign in with ' +
        'its password, or choose “Forgot the password” and have your recovery kit ready.',
      IGNORE,
    ],
  }),
  'recovery-code': ({ code, goodUntil }) => ({
    subject: `${code} is your Inkseal recovery code`,
    paragraphs: [
      'Enter this code to recover your Inkseal account, together with your recovery kit:',
      code,
      `It is good until ${time(goodUntil)}. ${NEVER_ASKED}`,
      `${IGNORE} Without the recovery kit this code opens nothing.`,
    ],
  }),
  'no-account': () => ({
    subject: 'There is no Inkseal account with this address',
    paragraphs: [
      'Somebody, probably you, wanted to recover an Inkseal account with this address. There is none; perhaps you signed ' +
        'up with another address.',
      IGNORE,
    ],
  }),
  'email-change-code': ({ code, goodUntil }) => ({
    subject: `${code} is your Inkseal code`,
    paragraphs: [
      'Enter this code to use this address for your Inkseal account:',
      code,
      `It is good until ${time(goodUntil)}. ${NEVER_ASKED}`,
      IGNORE,
    ],
  }),
  'email-taken': () => ({
    subject: 'This address has an Inkseal account already',
    paragraphs: [
      'Somebody wanted to use this address for another Inkseal account. That was refused, because it has an account of its ' +
        'own. Nothing was changed.',
    ],
  }),
  'email-changed': (facts) => ({
    subject: 'The e-mail address of your Inkseal account was changed',
    paragraphs: [
      `Your Inkseal account has another e-mail address since ${time(facts.at)}. This one no longer signs in.`,
      ...circumstances(facts),
      'If that was not you, tell whoever runs your Inkseal server at once.',
    ],
  }),
  'new-device': (facts) => ({
    subject: 'New sign-in to your Inkseal account',
    paragraphs: [
      `Your account was signed in to from a new device on ${time(facts.at)}.`,
      ...circumstances(facts),
      NOT_YOU,
    ],
  }),
  'factor-added': (facts) =>
    notice(facts, 'A way to sign in was added', `gained ${FACTORS[facts.factor]}`),
  'factor-removed': (facts) =>
    notice(facts, 'A way to sign in was removed', `lost ${FACTORS[facts.factor]}`),
  'password-changed': (facts) =>
    notice(facts, 'Your Inkseal password was changed', 'got another password'),
  'account-recovered': (facts) =>
    notice(facts, 'Your Inkseal account was recovered', 'was opened with its recovery kit'),
  'recovery-kit-replaced': (facts) =>
    notice(facts, 'Your Inkseal recovery kit was replaced', 'got a new recovery kit'),
  'user-key-replaced': (facts) =>
    notice(facts, 'The key of your Inkseal account was replaced', 'got a new user key'),
  'session-reused': (facts) => ({
    subject: 'A session of your Inkseal account was ended',
    paragraphs: [
      `On ${time(facts.at)} somebody used a sign-in that had been replaced. The session was ended: one of its two ` +
        'holders may not be you.',
      ...circumstances(facts),
      NOT_YOU,
    ],
  }),
  'deletion-planned': (facts) => ({
    subject: 'Your Inkseal account will be deleted',
    paragraphs: [
      `You asked on ${time(facts.at)} to delete your Inkseal account. That happens on ${time(facts.deleteAfter)}; ` +
        'until then sign in and press “Keep my account” to undo it. Afterwards nobody can bring anything back.',
      ...circumstances(facts),
      NOT_YOU,
    ],
  }),
  'deletion-cancelled': (facts) =>
    notice(facts, 'Your Inkseal account stays', 'was saved from being deleted'),
  'account-deleted': () => ({
    subject: 'Your Inkseal account is deleted',
    paragraphs: [
      'Your Inkseal account and everything in it were deleted. This is the last mail you get.',
    ],
  }),
  'account-suspended': ({ reason }) => ({
    subject: 'Your Inkseal account is suspended',
    paragraphs: ['Whoever runs your Inkseal server suspended your account. The reason:', reason],
  }),
  'account-restored': ({ reason }) => ({
    subject: 'Your Inkseal account works again',
    paragraphs: ['Whoever runs your Inkseal server restored your account. The reason:', reason],
  }),
  'role-changed': ({ role, reason, at }) => ({
    subject:
      role === 'admin'
        ? 'Your Inkseal account is an operator now'
        : 'Your Inkseal account is no operator any more',
    paragraphs: [
      role === 'admin'
        ? `On ${time(at)} an operator of your Inkseal server made your account one, too. Whoever signs in to it can ` +
          'look at reports, end shares and suspend accounts. The reason:'
        : `On ${time(at)} an operator of your Inkseal server took that role from your account. What you keep in it ` +
          'is as it was. The reason:',
      reason,
      'If you did not expect this, write to whoever runs the server.',
    ],
  }),
};

function notice(facts: NoticeFacts, subject: string, what: string): Text {
  return {
    subject,
    paragraphs: [
      `Your Inkseal account ${what} on ${time(facts.at)}.`,
      ...circumstances(facts),
      NOT_YOU,
    ],
  };
}

/** Words that others chose get a line each and lose whatever could begin another one. */
function circumstances({ device, client, country }: NoticeFacts): string[] {
  const lines = [
    ['Device', device],
    ['Browser', client],
    ['Country', country],
  ].filter(([, value]) => value !== '');
  return lines.length === 0
    ? []
    : [lines.map(([name, value]) => `${name}: ${oneLine(value ?? '')}`).join('\n')];
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}

function time(at: Date): string {
  const format = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const;
  return `${new Intl.DateTimeFormat('en-GB', format).format(at)} UTC`;
}

/** Writes the mail down in words. */
export function writeLetter(mail: Mail): Letter {
  const write = WRITERS[mail.kind] as (facts: Mail) => Text;
  const { subject, paragraphs } = write(mail);
  return { to: mail.to, subject, text: `${paragraphs.join('\n\n')}\n\n– Inkseal\n` };
}
