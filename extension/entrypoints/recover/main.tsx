import { i18n } from '#i18n';
import { mountPage } from '../../page/mount-page.tsx';
import { RecoverPage } from '../../recovery/recover-page.tsx';
import { readRecoverUrl } from '../../recovery/recover-url.ts';

void mountPage(i18n.t('recover.title'), () => (
  <RecoverPage tabId={readRecoverUrl(location.hash)} />
));
