import type { TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/** Makes a toolbar one stop for Tab; the arrows, Home and End go from button to button. */
export function useRovingFocus() {
  const bar = useRef<HTMLDivElement>(null);

  const buttons = () => [...(bar.current?.querySelectorAll('button') ?? [])];
  const stopAt = (stop: HTMLButtonElement | undefined) => {
    for (const button of buttons()) button.tabIndex = button === stop ? 0 : -1;
  };
  useLayoutEffect(() => {
    const all = buttons();
    const focused = all.find((button) => button === document.activeElement);
    stopAt(focused ?? all.find((button) => button.ariaPressed === 'true') ?? all[0]);
  });

  function onKeyDown(event: TargetedKeyboardEvent<HTMLDivElement>): void {
    const all = buttons().filter((button) => !button.disabled);
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const step = STEPS[event.key];
    const next =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? all.length - 1
          : step === undefined
            ? -1
            : (at + step + all.length) % all.length;
    const button = all[next];
    if (button === undefined) return;
    event.preventDefault();
    stopAt(button);
    button.focus();
  }

  return { ref: bar, onKeyDown };
}
