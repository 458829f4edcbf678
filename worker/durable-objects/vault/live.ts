import type { LiveMessage } from '../../../shared/api/contract/library.ts';
import { LIVE_CLOSE_ENDED, LIVE_CLOSE_EXPIRED } from '../../../shared/api/library-limits.ts';

/* The devices that listen to an account's library. Their sockets outlive the object's sleep. */

export interface Listener {
  readonly sessionId: string;
  /** Of the token that it came with; milliseconds since 1970. */
  readonly expiresAt: number;
}

export function acceptListener(state: DurableObjectState, listener: Listener): Response {
  const { 0: client, 1: server } = new WebSocketPair();
  state.acceptWebSocket(server, [listener.sessionId]);
  server.serializeAttachment(listener);
  return new Response(null, { status: 101, webSocket: client });
}

/** Tells all of them what is new, and ends those whose token is over: they come again with another. */
export function tellListeners(state: DurableObjectState, news: LiveMessage, now: number): void {
  const message = JSON.stringify(news);
  for (const socket of state.getWebSockets()) {
    const { expiresAt } = socket.deserializeAttachment() as Listener;
    if (expiresAt <= now) socket.close(LIVE_CLOSE_EXPIRED, 'token expired');
    else socket.send(message);
  }
}

/** Ends the sockets of one session, or of all. */
export function endListeners(state: DurableObjectState, sessionId?: string): void {
  for (const socket of state.getWebSockets(sessionId)) {
    socket.close(LIVE_CLOSE_ENDED, 'session ended');
  }
}
