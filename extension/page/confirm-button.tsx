import { i18n } from '#i18n';
import { ConfirmButton as Ask } from '../../shared/ui/confirm-button.tsx';

interface ConfirmButtonProps {
  readonly label: string;
  readonly title: string;
  readonly body: string;
  /** Said when `onConfirm` rejects. */
  readonly failed: string;
  readonly isDanger?: boolean;
  readonly onConfirm: () => Promise<void>;
}

/** The question before what can't be undone, in the words of the extension. */
export function ConfirmButton(props: ConfirmButtonProps) {
  return <Ask {...props} keep={i18n.t('cancel')} />;
}
