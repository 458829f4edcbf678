import type { SandboxAnswer, SandboxRequest } from './protocol.ts';

/** Runs in the sandboxed page: each request brings the port for its answer. */
export function answerRequests(): void {
  addEventListener('message', (event: MessageEvent<SandboxRequest>) => {
    const [port] = event.ports;
    if (event.source !== parent || port === undefined) return;
    answer(event.data).then(
      (result) => port.postMessage(result),
      (error) => port.postMessage(toFailure(error)),
    );
  });
}

/** The code for diagrams is heavy, and loaded when the first one is asked for. */
async function answer({ kind, text }: SandboxRequest): Promise<SandboxAnswer> {
  if (kind === 'mermaid') return (await import('./draw-mermaid.ts')).drawMermaid(text);
  return { kind: 'picture', ...(await import('./sanitize-svg.ts')).sanitizeSvgText(text) };
}

function toFailure(error: unknown): SandboxAnswer {
  const MOST_CHARS = 300;
  const detail = error instanceof Error ? error.message : String(error);
  return { kind: 'failure', detail: detail.slice(0, MOST_CHARS) };
}
