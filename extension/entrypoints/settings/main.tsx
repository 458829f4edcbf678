import { i18n } from '#i18n';
import { mountPage } from '../../page/mount-page.tsx';
import { SettingsPage } from '../../settings/settings-page.tsx';

void mountPage(i18n.t('settings.title'), (settings) => <SettingsPage saved={settings} />);
