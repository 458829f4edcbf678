import { i18n } from '#i18n';
import { CopyButton } from '../../../shared/ui/copy-button.tsx';
import { useLeaveWarning } from '../../../shared/ui/use-leave-warning.ts';
import '../kit/kit.css';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onDone: () => Promise<void>;
}

/** The codes, this once: to be printed or copied. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  useLeaveWarning(true);
  return (
    <div class="stack">
      <p class="notice">{i18n.t('account.codes.once')}</p>
      <section class="kit-sheet stack" aria-label={i18n.t('account.codes.sheet')}>
        <h3>{i18n.t('account.codes.sheet')}</h3>
        <ul class="codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </section>
      <div class="row">
        <button type="button" onClick={() => print()}>
          {i18n.t('account.kit.print')}
        </button>
        <CopyButton
          label={i18n.t('account.codes.copy')}
          done={i18n.t('account.copied')}
          failed={i18n.t('account.notCopied')}
          text={() => codes.join('\n')}
        />
        <button type="button" class="primary" onClick={onDone}>
          {i18n.t('account.codes.done')}
        </button>
      </div>
    </div>
  );
}
