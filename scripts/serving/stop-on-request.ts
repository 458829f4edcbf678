import { watchParent } from './watch-parent.ts';

/** Runs `stop` once and exits, on Ctrl-C, SIGTERM, SIGHUP, or when the parent process is gone. */
export function stopOnRequest(stop: () => Promise<void>): void {
  let stopping = false;
  const request = () => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error('Stopping failed:', error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, request);
  watchParent(request);
}
