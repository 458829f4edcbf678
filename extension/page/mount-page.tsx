import { type ComponentChild, render } from 'preact';
import { i18n } from '#i18n';
import '../../shared/ui/base.css';
import '../../shared/ui/making.css';
import { watchActivity } from '../account/lock/watch-activity.ts';
import { readSettings, type Settings } from '../settings/settings.ts';
import { applyTheme } from './apply-theme.ts';
import './page.css';

/** Shows a page of the extension under `title`, in the theme that is set. */
export async function mountPage(
  title: string,
  page: (settings: Settings) => ComponentChild,
): Promise<void> {
  document.title = title;
  const root = document.getElementById('root') as HTMLElement;
  try {
    const settings = await readSettings();
    applyTheme(settings.theme);
    render(page(settings), root);
    watchActivity();
  } catch {
    render(<main class="page notice">{i18n.t('storageFailed')}</main>, root);
  }
}
