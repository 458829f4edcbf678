import { i18n } from '#i18n';
import { EditorPage } from '../../editor/editor-page.tsx';
import { syncQuietly } from '../../library/account/sync-quietly.ts';
import { mountPage } from '../../page/mount-page.tsx';

void mountPage(i18n.t('editor.title'), (settings) => <EditorPage settings={settings} />);
syncQuietly();
