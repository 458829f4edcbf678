import { i18n } from '#i18n';
import { LibraryPage } from '../../library/page/library-page.tsx';
import { mountPage } from '../../page/mount-page.tsx';

void mountPage(i18n.t('library.title'), () => <LibraryPage />);
