import { spawn } from 'node:child_process';
import { ROOT } from './root.ts';

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** `show` hands the terminal over; `collect` (the default) keeps the output for the error. */
  readonly output?: 'show' | 'collect';
}

/** Runs a program from the repository's root and returns its output; throws with that output when it fails. */
export async function runCommand(
  command: string,
  args: readonly string[],
  { env = {}, output = 'collect' }: CommandOptions = {},
): Promise<string> {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: output === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const { promise, resolve, reject } = Promise.withResolvers<number | string>();
  child.once('error', reject);
  child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  const ending = await promise;
  const text = Buffer.concat(chunks).toString();
  if (ending !== 0) {
    throw new Error(`${command} ${args.join(' ')} ended with ${ending}\n${text}`.trimEnd());
  }
  return text;
}
