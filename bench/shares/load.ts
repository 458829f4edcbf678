import { Agent, request } from 'node:http';

export interface Job {
  readonly path: string;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly ms: number;
}

/** POSTs all `jobs` to `origin`, `concurrency` at a time, over kept connections. Answers in the jobs' order. */
export async function postAll(
  origin: string,
  jobs: readonly Job[],
  concurrency: number,
): Promise<Answer[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const answers: Answer[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let i = next++; i < jobs.length; i = next++) {
      answers[i] = await post(agent, origin, jobs[i] as Job);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  agent.destroy();
  return answers;
}

function post(agent: Agent, origin: string, { path, body }: Job): Promise<Answer> {
  const started = performance.now();
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request(origin + path, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
      });
      response.on('end', () => {
        const ms = performance.now() - started;
        resolve({ status: response.statusCode ?? 0, body: text, ms });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
