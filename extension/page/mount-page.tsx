import { type ComponentChild, render } from 'preact';
import '../../shared/ui/base.css';
import { readSettings, type Settings } from '../settings/settings.ts';
import { applyTheme } from './apply-theme.ts';
import './page.css';

/** Shows a page of the extension under `title`, in the theme that is set. */
export async function mountPage(
  title: string,
  page: (settings: Settings) => ComponentChild,
): Promise<void> {
  document.title = title;
  const settings = await readSettings();
  applyTheme(settings.theme);
  const root = document.getElementById('root');
  if (root) render(page(settings), root);
}
