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
    const left = await Promise.all([...doomed].map((pid) => readProcess(`${pid}`)));
    return left.every((it) => it === undefined) ? true : null;
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
  return (await Promise.all(names.map(readProcess))).filter((it) => it !== undefined);
}

/** The process of that id; undefined where there is none, or none that still does anything. */
async function readProcess(id: string): Promise<Process | undefined> {
  try {
    const stat = await readFile(`/proc/${id}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const command = (await readFile(`/proc/${id}/cmdline`, 'utf8')).replaceAll('\0', ' ');
    return state === 'Z' ? undefined : { pid: Number(id), parent: Number(parent), command };
  } catch {
    return undefined; // it ended meanwhile
  }
}
