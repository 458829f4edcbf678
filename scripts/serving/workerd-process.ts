import { execFile, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The program that Miniflare starts. */
export const { default: WORKERD_PATH } = createRequire(import.meta.url)('workerd') as {
  readonly default: string;
};

/** What the command line of the workerd on `port` has and no other, since only one can listen there. */
function markOf(port: number): string {
  return `--socket-addr=entry=127.0.0.1:${port} `;
}

/** Process id of the workerd that this process runs on `port`, or undefined while there is none. */
export async function findWorkerdPid(port: number): Promise<number | undefined> {
  const { stdout } = await run('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args=']);
  const [, pid] =
    stdout
      .split('\n')
      .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [])
      .find(
        ([, , parent, command]) =>
          Number(parent) === process.pid && command?.includes(markOf(port)),
      ) ?? [];
  return pid === undefined ? undefined : Number(pid);
}

/** Waits on a pipe that only the server holds open; when it closes without a word, the server was killed. */
const GUARD_SCRIPT = `
trap '' INT TERM HUP
read -r dismissed && exit
ps -A -ww -o pid=,args= | awk 'index($0, ENVIRON["MARK"]) { print $1 }' | xargs kill -9
`;

/**
 * Ends the workerd on `port` when this process ends in any way, `kill -9` included, which would leave it
 * holding port and state. It is looked for only then: Miniflare starts another one when one was killed.
 *
 * @returns a function that dismisses the guard
 */
export function guardWorkerd(port: number): () => void {
  const guard = spawn('sh', ['-c', GUARD_SCRIPT], {
    detached: true,
    env: { ...process.env, MARK: markOf(port) },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  return () => void guard.stdin.end('dismissed\n');
}
