import { i18n } from '#i18n';
import { AccountPage } from '../../account/account-page.tsx';
import { mountPage } from '../../page/mount-page.tsx';

void mountPage(i18n.t('account.title'), () => <AccountPage />);
