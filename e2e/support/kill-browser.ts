import { readdir, readFile } from 'node:fs/promises';
import { pollUntil } from './poll-until.ts';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Kills the Chromium on `profile` with all its processes at once, as a crash or an empty battery does (Linux). */
export async function killBrowser(profile: string): Promise<void> {
  const processes = await listProcesses();
  const browser = processes.filter(({ command }) => command.includes(`--user-data-dir=${profile}`));
  const doomed = new Set(browser.map(({ pid }) => pid));
  if (doomed.size === 0) throw new Error(`no browser runs on ${profile}`);
  for (const { pid } of withChildren(processes, doomed)) killIfThere(pid);
  await pollUntil('the browser to be gone', async () => {
    const left = (await listProcesses()).filter(({ pid }) => doomed.has(pid));
    return left.length === 0 ? true : null;
  });
}

/** Those in `pids`, and all that they started. */
function withChildren(processes: readonly Process[], pids: Set<number>): readonly Process[] {
  const before = pids.size;
  for (const { pid, parent } of processes) if (pids.has(parent)) pids.add(pid);
  if (pids.size > before) return withChildren(processes, pids);
  return processes.filter(({ pid }) => pids.has(pid));
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went with another one.
  }
}

async function listProcesses(): Promise<readonly Process[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const read = async (name: string): Promise<Process | undefined> => {
    try {
      const stat = await readFile(`/proc/${name}/stat`, 'utf8');
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const command = (await readFile(`/proc/${name}/cmdline`, 'utf8')).replaceAll('\0', ' ');
      return state === 'Z' ? undefined : { pid: Number(name), parent: Number(parent), command };
    } catch {
      return undefined; // it ended meanwhile
    }
  };
  return (await Promise.all(names.map(read))).filter((it) => it !== undefined);
}
