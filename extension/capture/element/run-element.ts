import { browser } from '@wxt-dev/browser';
import type { ChoiceCancelled } from '../messages.ts';
import { nextPicture } from '../page/next-frame.ts';
import { runOnce, type ScriptStart } from '../page/run-once.ts';
import { elementSubject, pageSubject } from '../walk/subject.ts';
import { walkPage } from '../walk/walk-page.ts';
import { chooseElement } from './choose-element.ts';

/** Lets the user choose an element and takes it, scrolling where it is larger than what is seen of it. */
export function runElement(): ScriptStart {
  return runOnce(async () => {
    const element = await chooseElement();
    if (!element) {
      const cancelled: ChoiceCancelled = { type: 'choice-cancelled' };
      await browser.runtime.sendMessage(cancelled);
      return;
    }
    await nextPicture(); // without the outline
    // The root of the page is all of it, not what is seen of it.
    const isPage = element === document.documentElement || element === document.body;
    await walkPage(isPage ? pageSubject : () => elementSubject(element));
  });
}
