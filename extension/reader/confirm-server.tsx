import { i18n } from '#i18n';
import { PageHeading } from '../../shared/ui/page-heading.tsx';

interface ConfirmServerProps {
  readonly origin: string;
  readonly onConfirm: () => void;
  readonly onRefuse: () => void;
}

/** Asks before a server is spoken to that is not one's own: it learns one's address. */
export function ConfirmServer({ origin, onConfirm, onRefuse }: ConfirmServerProps) {
  return (
    <div class="card stack">
      <PageHeading title={i18n.t('reader.otherServer')} />
      <p>
        <code>{origin}</code>
      </p>
      <p>{i18n.t('reader.otherServerAbout')}</p>
      <div class="row">
        <button type="button" class="primary" onClick={onConfirm}>
          {i18n.t('reader.goOn')}
        </button>
        <button type="button" onClick={onRefuse}>
          {i18n.t('reader.notThis')}
        </button>
      </div>
    </div>
  );
}
