import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Process id of the workerd that this process runs on `port`, or undefined while there is none. */
export async function findWorkerdPid(port: number): Promise<number | undefined> {
  const { stdout } = await run('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args=']);
  const line = stdout
    .split('\n')
    .map((text) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(text))
    .find(
      (match) =>
        Number(match?.[2]) === process.pid && match?.[3]?.includes(`entry=127.0.0.1:${port} `),
    );
  return line?.[1] === undefined ? undefined : Number(line[1]);
}

export interface WorkerdGuard {
  /** Names the process to end; 0 for none. */
  watch(pid: number): void;
  dismiss(): void;
}

/**
 * Ends workerd when this process ends in any way, `kill -9` included: a shell waits on a pipe that only
 * this process holds open, and the pipe closes with it.
 */
export function startWorkerdGuard(): WorkerdGuard {
  const script = `trap '' INT TERM HUP; pid=0; while read -r next; do pid=$next; done; [ "$pid" = 0 ] || kill -9 "$pid"`;
  const shell = spawn('sh', ['-c', script], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.unref();
  const watch = (pid: number) => void shell.stdin.write(`${pid}\n`);
  const dismiss = () => void shell.stdin.end('0\n');
  return { watch, dismiss };
}
