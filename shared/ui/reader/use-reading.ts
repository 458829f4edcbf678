import { useEffect, useRef, useState } from 'preact/hooks';
import { type ShareReading, startReading } from '../../api/client/read-share.ts';
import type { OpenAnswer } from '../../api/contract.ts';
import type { ShareLink } from '../../crypto/link.ts';
import { type ReadingState, type ReadingStep, stateAfter } from './reading-state.ts';

export interface Reading {
  readonly state: ReadingState;
  /** Takes a view and opens the share; without an argument, with the passphrase given last. */
  readonly reveal: (passphrase?: string) => void;
  /** Does `step` again after a failure; never takes a second view. */
  readonly retry: (step: ReadingStep) => void;
  readonly report: ShareReading['report'];
}

/** One recipient's way through the share behind `link`. Looks at it at once; takes nothing before `reveal`. */
export function useReading(origin: string, link: ShareLink): Reading {
  const [state, setState] = useState<ReadingState>({ name: 'looking' });
  const [reading] = useState(() => startReading(origin, link));
  const [leaving] = useState(() => new AbortController());
  const seen = useRef<OpenAnswer | undefined>(undefined);
  const passphrase = useRef<string | undefined>(undefined);

  function fail(error: unknown, step: ReadingStep): void {
    if (!leaving.signal.aborted) setState(stateAfter(error, step, seen.current));
  }

  async function look(): Promise<void> {
    setState({ name: 'looking' });
    try {
      seen.current = await reading.look();
      setState({ name: 'waiting', seen: seen.current });
    } catch (error) {
      fail(error, 'look');
    }
  }

  async function reveal(typed = passphrase.current): Promise<void> {
    passphrase.current = typed;
    setState({ name: 'opening' });
    let total = 0;
    const showReceived = (received: number) =>
      setState({ name: 'opening', download: { received, total } });
    try {
      const share = await reading.reveal({
        ...(typed === undefined ? {} : { passphrase: typed }),
        signal: leaving.signal,
        onClaimed: ({ contentLength }) => {
          total = contentLength;
          showReceived(0);
        },
        onReceived: showReceived,
        onInterrupted: (waitMs, resume) =>
          setState((now) =>
            now.name === 'opening' ? { ...now, interruption: { waitMs, resume } } : now,
          ),
      });
      passphrase.current = undefined;
      setState({ name: 'revealed', share });
    } catch (error) {
      fail(error, 'reveal');
    }
  }

  function retry(step: ReadingStep): void {
    if (step === 'look') look();
    else reveal();
  }

  useEffect(() => {
    look();
    return () => leaving.abort();
  }, []);

  useEffect(() => {
    function goOn(): void {
      if (state.name === 'offline') retry(state.step);
      if (state.name === 'opening') state.interruption?.resume();
    }
    addEventListener('online', goOn);
    return () => removeEventListener('online', goOn);
  }, [state]);

  return { state, reveal, retry, report: reading.report };
}
