import { i18n } from '#i18n';
import { MySharesPage } from '../../my-shares/my-shares-page.tsx';
import { mountPage } from '../../page/mount-page.tsx';

void mountPage(i18n.t('shares.title'), () => <MySharesPage />);
