import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { PasswordField } from './password-field.tsx';
import { FieldProblem, type Submission } from './use-submit.ts';

interface KnownPassword {
  /** What was typed. @throws {FieldProblem} where that is nothing */
  readonly read: () => string;
  readonly clear: () => void;
  readonly field: JSX.Element;
}

interface Words {
  /** “Master password” unless told. */
  readonly label?: string;
  readonly hint?: string;
}

const NAME = 'known-password';

/** The password that the person has already, as a form asks for it. */
export function useKnownPassword({ fields }: Submission, words: Words = {}): KnownPassword {
  const { label = i18n.t('account.password.master'), hint = i18n.t('account.password.hint') } =
    words;
  const [typed, setTyped] = useState('');

  function read(): string {
    if (typed === '') throw new FieldProblem(NAME, i18n.t('account.password.missing'));
    return typed;
  }

  const problem = fields[NAME];
  const field = (
    <PasswordField label={label} value={typed} hint={hint} problem={problem} onInput={setTyped} />
  );
  return { read, clear: () => setTyped(''), field };
}
