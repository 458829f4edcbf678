import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

import type { Answer, Job, Load, Turn } from './load.ts';

/* The thread of `postTurns`. */

async function sendLoad({ origin, turns, concurrency }: Load): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const done: Turn[] = [];
  for (const jobs of turns) done.push(await sendTurn(agent, origin, jobs, concurrency));
  agent.destroy();
  parentPort?.postMessage(done);
}

async function sendTurn(
  agent: Agent,
  origin: string,
  jobs: readonly Job[],
  concurrency: number,
): Promise<Turn> {
  const started = performance.now();
  const answers: Answer[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let i = next++; i < jobs.length; i = next++) {
      answers[i] = await post(agent, origin, jobs[i] as Job);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return { answers, ms: performance.now() - started };
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

await sendLoad(workerData as Load);
