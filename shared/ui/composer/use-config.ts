import { useEffect, useState } from 'preact/hooks';
import { readConfig } from '../../api/client/read-config.ts';
import type { ConfigAnswer } from '../../api/contract.ts';

export interface UseConfig {
  readonly config: ConfigAnswer | undefined;
  readonly isFailed: boolean;
  readonly reload: () => void;
}

/** The limits of the server at `origin`, read at once and again when the connection is back. */
export function useConfig(origin: string): UseConfig {
  const [config, setConfig] = useState<ConfigAnswer>();
  const [isFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const reload = () => setAttempt((before) => before + 1);

  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    setFailed(false);
    readConfig(origin, signal).then(setConfig, () => {
      if (signal.aborted) return;
      setFailed(true);
      addEventListener('online', reload, { signal, once: true });
    });
    return () => leaving.abort();
  }, [origin, attempt]);

  return { config, isFailed, reload };
}
