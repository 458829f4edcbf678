import { i18n } from '#i18n';
import { CODE_DIGITS } from '../../../shared/api/account-limits.ts';
import { FieldProblem } from './use-submit.ts';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** The address as the server keeps it. @throws {FieldProblem} of the field `email` */
export function readEmail(typed: string): string {
  const email = typed.trim().toLowerCase();
  if (EMAIL.test(email)) return email;
  throw new FieldProblem('email', i18n.t('account.emailInvalid'));
}

/** A code from a mail. @throws {FieldProblem} of the field `code` */
export function readCode(typed: string, digits = CODE_DIGITS): string {
  const code = typed.replace(/[\s-]/g, '');
  if (code.length === digits && /^\d+$/.test(code)) return code;
  throw new FieldProblem('code', i18n.t('account.codeInvalid', [String(digits)]));
}
