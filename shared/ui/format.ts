/* Sizes and times for people. */

const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'];
const STEP = 1024;

/** `bytes` with its unit, in steps of 1,024: `1.5 MB`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= STEP && unit < UNITS.length - 1) {
    value /= STEP;
    unit++;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  const number = value.toLocaleString('en', { maximumFractionDigits: digits });
  return bytes === 1 ? '1 byte' : `${number} ${UNITS[unit]}`;
}

const PERIODS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** `seconds` in its largest fitting unit, rounded: `7 days`, `1 hour`. */
export function formatDuration(seconds: number): string {
  const [unit, length] = PERIODS.find(([, length]) => seconds >= length * 0.95) ?? ['second', 1];
  const count = Math.max(1, Math.round(seconds / length));
  return `${count.toLocaleString('en')} ${unit}${count === 1 ? '' : 's'}`;
}

/** Day and time of `time` (RFC 3339) where the person is: `29 Nov 2026, 16:44`. */
export function formatTime(time: string): string {
  return new Date(time).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}

/** Seconds from now until `time` (RFC 3339); at least 0. */
export function secondsUntil(time: string): number {
  return Math.max(0, (Date.parse(time) - Date.now()) / 1000);
}

/** `1 view`, `3 views`. */
export function formatCount(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
