import { i18n } from '#i18n';
import { mountPage } from '../../page/mount-page.tsx';
import { SharePage } from '../../share/share-page.tsx';

void mountPage(i18n.t('share.title'), (settings) => <SharePage settings={settings} />);
