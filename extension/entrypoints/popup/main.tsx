import { i18n } from '#i18n';
import { mountPage } from '../../page/mount-page.tsx';
import { Popup } from '../../popup/popup.tsx';

void mountPage(i18n.t('name'), () => <Popup />);
