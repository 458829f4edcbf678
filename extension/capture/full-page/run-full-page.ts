import { runOnce, type ScriptStart } from '../page/run-once.ts';
import { pageSubject } from '../walk/subject.ts';
import { walkPage } from '../walk/walk-page.ts';

/** Takes the page from its beginning to its end. */
export function runFullPage(): ScriptStart {
  return runOnce(() => walkPage(pageSubject));
}
