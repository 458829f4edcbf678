import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 120_000;
const PAUSE_MS = 100;

/** A script of package.json, started through npm as a person does, in a process group of its own. */
export class NpmScript {
  readonly #child: ChildProcess;
  #stdout = '';
  #stderr = '';

  /** Exit code, or the signal's name. */
  readonly ended: Promise<number | NodeJS.Signals | null>;

  constructor(script: string, cwd: string, env: Readonly<Record<string, string>>) {
    // What npm told this very process would confuse the npm that starts now.
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'));
    this.#child = spawn('npm', ['run', script], {
      cwd,
      env: { ...Object.fromEntries(inherited), ...env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#stdout += text;
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr += text;
    });
    this.ended = new Promise((resolve) =>
      this.#child.once('exit', (code, signal) => resolve(code ?? signal)),
    );
  }

  get stdout(): string {
    return this.#stdout;
  }

  get stderr(): string {
    return this.#stderr;
  }

  /** Waits until stdout matches; fails with everything written when the script ends before. */
  async waitFor(pattern: RegExp): Promise<RegExpExecArray> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const match = pattern.exec(this.#stdout);
      if (match !== null) return match;
      if (this.#child.exitCode !== null || Date.now() > deadline) {
        throw new Error(`No ${pattern} in:\n${this.#stdout}\n${this.#stderr}`);
      }
      await sleep(PAUSE_MS);
    }
  }

  /** Waits for the ready line and returns the server's origin. */
  async waitForUrl(): Promise<string> {
    const [, url = ''] = await this.waitFor(/^Inkseal is at (http:\/\/127\.0\.0\.1:\d+)$/m);
    return url;
  }

  /** npm's process and all that came from it, oldest first. */
  listProcesses(): RunningProcess[] {
    const all = listAllProcesses();
    const family = all.filter(({ pid }) => pid === this.#child.pid);
    for (const { pid } of family) family.push(...all.filter(({ parent }) => parent === pid));
    return family;
  }

  /** Sends a signal to npm alone. */
  signalNpm(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Sends a signal to npm and everything below it, as a terminal does on Ctrl-C. */
  signalAll(signal: NodeJS.Signals): void {
    if (this.#child.pid !== undefined) process.kill(-this.#child.pid, signal);
  }
}

export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** The process table, without the dead that nobody has fetched yet. */
function listAllProcesses(): RunningProcess[] {
  const table = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,stat=,args='], {
    encoding: 'utf8',
  });
  return table.split('\n').flatMap((line) => {
    const [, pid, parent, state, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    if (pid === undefined || state?.startsWith('Z')) return [];
    return [{ pid: Number(pid), parent: Number(parent), command: command ?? '' }];
  });
}

/** Waits for all of `processes` to be gone; returns those that never went. */
export async function waitUntilGone(
  processes: readonly RunningProcess[],
): Promise<RunningProcess[]> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const alive = new Set(listAllProcesses().map(({ pid }) => pid));
    const left = processes.filter(({ pid }) => alive.has(pid));
    if (left.length === 0 || Date.now() > deadline) return left;
    await sleep(PAUSE_MS);
  }
}
