import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROOT } from './root.ts';

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** `show` hands the terminal over; otherwise the output is collected, and each line handed on here too. */
  readonly output?: 'show' | ((line: string) => void);
}

/**
 * Runs a program from the repository's root.
 *
 * @returns what it wrote to stdout and stderr
 * @throws with that output when it fails; it is ended when this process ends first
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  { env = {}, output = () => {} }: CommandOptions = {},
): Promise<string> {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: output === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => void child.kill();
  process.once('exit', kill);
  let text = '';
  if (output !== 'show') {
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        lines.forEach(output);
      });
    }
  }
  const { promise, resolve: settle, reject } = Promise.withResolvers<number | string>();
  child.once('error', reject);
  child.once('close', (code, signal) => settle(code ?? signal ?? 'unknown'));
  const ending = await promise.finally(() => process.off('exit', kill));
  if (ending !== 0) {
    throw new Error(`${command} ${args.join(' ')} ended with ${ending}\n${text}`.trimEnd());
  }
  return text;
}

/** Runs a tool of `node_modules/.bin` with this very Node, whatever `node` the PATH has. */
export function runTool(
  name: string,
  args: readonly string[],
  options?: CommandOptions,
): Promise<string> {
  const script = realpathSync(resolve(ROOT, 'node_modules/.bin', name));
  return runCommand(process.execPath, [script, ...args], options);
}
