import type { LiveMessage } from '../../contract/library.ts';
import { LIVE_PROTOCOL } from '../../library-limits.ts';
import { waitMs } from '../retry.ts';
import { LIBRARY_PATH, type LibraryTransport } from './transport.ts';

export interface LiveOptions {
  /** Something up to this number is new. Also called with 0 whenever the connection stands again. */
  readonly onChange: (sequence: number) => void;
  readonly onState?: (isConnected: boolean) => void;
}

/**
 * Hears of changes as they happen, until the returned function is called. A connection that breaks is made again,
 * after waits that grow.
 */
export function listenToLibrary(
  transport: LibraryTransport,
  { onChange, onState }: LiveOptions,
): () => void {
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isOver = false;

  async function connect(): Promise<void> {
    try {
      const token = await transport.accessToken();
      if (isOver) return;
      const address = transport.origin.replace(/^http/, 'ws') + LIBRARY_PATH;
      socket = new WebSocket(`${address}/live`, [LIVE_PROTOCOL, `bearer.${token}`]);
    } catch (error) {
      return connectLater(error);
    }
    socket.addEventListener('open', () => {
      failures = 0;
      onState?.(true);
      onChange(0);
    });
    socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
      onChange((JSON.parse(data) as LiveMessage).sequence);
    });
    socket.addEventListener('close', () => {
      onState?.(false);
      connectLater(undefined);
    });
  }

  function connectLater(error: unknown): void {
    if (!isOver) timer = setTimeout(() => void connect(), waitMs(failures++, error));
  }

  void connect();
  return () => {
    isOver = true;
    clearTimeout(timer);
    socket?.close();
  };
}
