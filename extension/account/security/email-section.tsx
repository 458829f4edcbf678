import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { confirmNewEmail, sendNewEmailCode } from '../acts/change-email.ts';
import { ActForm } from '../forms/act-form.tsx';
import { LineField } from '../forms/line-field.tsx';
import { MailCodeField } from '../forms/mail-code-field.tsx';
import { readCode, readEmail } from '../forms/read-typed.ts';
import { useSubmit } from '../forms/use-submit.ts';
import { useStepUp } from '../step-up/step-up.tsx';
import { Section } from './section.tsx';

interface EmailSectionProps {
  readonly email: string;
  readonly onChanged: () => Promise<void>;
}

/** Another address: a code goes there, and the old one is told. */
export function EmailSection({ email, onChanged }: EmailSectionProps) {
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const [isDone, setDone] = useState(false);
  const submission = useSubmit();
  const stepUp = useStepUp();

  async function send(): Promise<void> {
    setDone(false);
    const address = readEmail(typed);
    if (await stepUp(() => sendNewEmailCode(address))) setSentTo(address);
  }

  async function confirm(address: string): Promise<void> {
    const digits = readCode(code);
    if (!(await stepUp(() => confirmNewEmail(address, digits)))) return;
    setSentTo(undefined);
    setTyped('');
    setCode('');
    setDone(true);
    await onChanged();
  }

  return (
    <Section title={i18n.t('account.change.email')}>
      <p>{i18n.t('account.change.emailNow', [email])}</p>
      <details>
        <summary>{i18n.t('account.change.emailOpen')}</summary>
        <div class="stack">
          {sentTo === undefined ? (
            <ActForm
              submission={submission}
              label={i18n.t('account.change.emailSend')}
              busyLabel={i18n.t('account.change.going')}
              onSubmit={send}
            >
              <LineField
                kind="email"
                label={i18n.t('account.change.emailNew')}
                value={typed}
                hint={i18n.t('account.change.emailHint')}
                problem={submission.fields.email}
                onInput={setTyped}
              />
            </ActForm>
          ) : (
            <ActForm
              submission={submission}
              label={i18n.t('account.change.emailGo')}
              busyLabel={i18n.t('account.change.going')}
              onSubmit={() => confirm(sentTo)}
              beside={
                <button type="button" onClick={() => setSentTo(undefined)}>
                  {i18n.t('account.code.otherAddress')}
                </button>
              }
            >
              <MailCodeField
                value={code}
                hint={i18n.t('account.change.emailCodeHint', [sentTo])}
                problem={submission.fields.code}
                onInput={setCode}
              />
            </ActForm>
          )}
        </div>
      </details>
      <p role="status">{isDone && i18n.t('account.change.emailDone')}</p>
    </Section>
  );
}
