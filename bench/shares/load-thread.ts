import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

import type { Answer, Job, Load } from './load.ts';

/* The thread of `postAll`. */

async function sendLoad({ origin, jobs, concurrency }: Load): Promise<void> {
  const started = performance.now();
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const answers: Answer[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let i = next++; i < jobs.length; i = next++) {
      answers[i] = await post(agent, origin, jobs[i] as Job);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  const ms = performance.now() - started;
  agent.destroy();
  parentPort?.postMessage({ answers, ms });
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
