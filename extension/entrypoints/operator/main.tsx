import { i18n } from '#i18n';
import { OperatorPage } from '../../operator/operator-page.tsx';
import { mountPage } from '../../page/mount-page.tsx';

void mountPage(i18n.t('operator.title'), () => <OperatorPage />);
