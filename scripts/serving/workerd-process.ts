import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Process ids of the workerd processes that this process has started and that still run. */
export async function listWorkerdPids(): Promise<number[]> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,comm=']);
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, command]) => Number(parent) === process.pid && command?.endsWith('workerd'))
    .map(([pid]) => Number(pid));
}

/**
 * Ends workerd when this process ends in any way, `kill -9` included: a shell waits on a pipe that only
 * this process holds open, and the pipe closes with it.
 *
 * @returns a function that dismisses the guard
 */
export function guardWorkerd(pid: number): () => void {
  const script = `trap '' INT TERM HUP; read -r dismissed || kill -9 ${pid}`;
  const guard = spawn('sh', ['-c', script], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  return () => void guard.stdin.end('dismissed\n');
}
