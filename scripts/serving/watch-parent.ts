import { readFileSync } from 'node:fs';

const INTERVAL_MS = 500;
const SHELLS = new Set(['sh', 'dash', 'bash', 'zsh', 'ash', 'busybox']);

/**
 * Calls `onGone` once when the process that started this one has ended. A signal to `npm run` may reach only
 * npm or the shell between, and then nothing else tells this process to stop.
 */
export function watchParent(onGone: () => void): void {
  const parent = process.ppid;
  const npm = isShellOfNpm(parent) ? readParentPid(parent) : undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || readParentPid(parent) === npm)) return;
    clearInterval(timer);
    onGone();
  }, INTERVAL_MS);
  timer.unref();
}

/** Whether `pid` is the shell that npm puts between itself and a script: it outlives a killed npm. */
function isShellOfNpm(pid: number): boolean {
  return process.env.npm_lifecycle_event !== undefined && SHELLS.has(readProc(pid, 'comm').trim());
}

/** Parent of another process; undefined where there is no /proc, and only the direct parent is watched. */
function readParentPid(pid: number): number | undefined {
  const match = /^PPid:\s*(\d+)/m.exec(readProc(pid, 'status'));
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
