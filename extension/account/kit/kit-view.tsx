import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { NeedsFactor } from '../../../shared/account/sign-in.ts';
import { CopyButton } from '../../../shared/ui/copy-button.tsx';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { useLeaveWarning } from '../../../shared/ui/use-leave-warning.ts';
import { ActForm } from '../forms/act-form.tsx';
import { LineField } from '../forms/line-field.tsx';
import { FieldProblem, useSubmit } from '../forms/use-submit.ts';
import { askForLine, isLineOfKit } from './check-kit-line.ts';
import './kit.css';
import { KitSheet } from './kit-sheet.tsx';

/** A new kit, and the account that it belongs to. */
export interface ShownKit {
  /** Four lines. */
  readonly kit: readonly string[];
  readonly email: string;
  /** Of the server. */
  readonly origin: string;
  /** What signing in asks for once the kit is kept, where somebody recovered. */
  readonly second?: NeedsFactor;
}

interface KitViewProps extends ShownKit {
  /** Called when the person showed that the kit is at hand. */
  readonly onDone: () => void;
}

/** The recovery kit, shown this once; one of its lines has to be typed back before it goes. */
export function KitView({ kit, email, origin, onDone }: KitViewProps) {
  const [line] = useState(askForLine);
  const [typed, setTyped] = useState('');
  const submission = useSubmit();
  useLeaveWarning(true);

  async function check(): Promise<void> {
    if (typed.trim() === '') throw new FieldProblem('line', i18n.t('account.kit.lineMissing'));
    if (!(await isLineOfKit(kit, line, typed))) {
      throw new FieldProblem('line', i18n.t('account.kit.lineWrong', [String(line)]));
    }
    onDone();
  }

  return (
    <div class="card stack">
      <PageHeading title={i18n.t('account.kit.title')} />
      <p>{i18n.t('account.kit.about')}</p>
      <p class="notice">{i18n.t('account.kit.loss')}</p>
      <KitSheet kit={kit} email={email} origin={origin} />
      <div class="row">
        <button type="button" onClick={() => print()}>
          {i18n.t('account.kit.print')}
        </button>
        <CopyButton
          label={i18n.t('account.kit.copy')}
          done={i18n.t('account.copied')}
          failed={i18n.t('account.notCopied')}
          text={() => kit.join('\n')}
        />
      </div>
      <ActForm
        submission={submission}
        label={i18n.t('account.kit.done')}
        busyLabel={i18n.t('account.kit.done')}
        onSubmit={check}
      >
        <LineField
          kind="recovery-code"
          label={i18n.t('account.kit.line', [String(line)])}
          value={typed}
          hint={i18n.t('account.kit.lineHint')}
          problem={submission.fields.line}
          onInput={setTyped}
        />
      </ActForm>
    </div>
  );
}
