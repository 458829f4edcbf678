import { i18n } from '#i18n';
import { LineField } from './line-field.tsx';

interface MailCodeFieldProps {
  readonly value: string;
  readonly problem: string | undefined;
  readonly hint?: string;
  readonly onInput: (text: string) => void;
}

/** Eight digits with whatever somebody types or pastes between them. */
const MAX_LENGTH = 20;

/** For the code that came by mail. */
export function MailCodeField({ hint, ...field }: MailCodeFieldProps) {
  return (
    <LineField
      {...field}
      kind="code"
      label={i18n.t('account.code.label')}
      maxLength={MAX_LENGTH}
      hint={hint ?? i18n.t('account.code.hint')}
    />
  );
}
