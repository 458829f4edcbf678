import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Brings the keyboard to the first control of what just appeared, because the person asked for it. */
export function useFocusFirst<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null);
  useEffect(() => ref.current?.querySelector<HTMLElement>('input, button')?.focus(), []);
  return ref;
}
