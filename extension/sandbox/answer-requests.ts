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
async function answer(request: SandboxRequest): Promise<SandboxAnswer> {
  switch (request.kind) {
    case 'mermaid':
      return (await import('./draw-mermaid.ts')).drawMermaid(request.text);
    case 'svg': {
      const { sanitizeSvgText } = await import('./sanitize-svg.ts');
      return { kind: 'picture', ...sanitizeSvgText(request.text) };
    }
    case 'layout': {
      const { placeGraph } = await import('../../shared/scene/layout/place-graph.ts');
      return { kind: 'placing', placing: placeGraph(request.task) };
    }
  }
}

function toFailure(error: unknown): SandboxAnswer {
  const MOST_CHARS = 300;
  const detail = error instanceof Error ? error.message : String(error);
  return { kind: 'failure', detail: detail.slice(0, MOST_CHARS) };
}
