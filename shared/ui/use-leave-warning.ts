import { useLayoutEffect } from 'preact/hooks';

/** While `active`, the browser asks before the tab is closed or left. */
export function useLeaveWarning(active: boolean): void {
  // Not after the next paint: the tab may be closed before it.
  useLayoutEffect(() => {
    if (!active) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [active]);
}
