/** RFC 3339 in UTC, of milliseconds since the epoch. */
export function timeText(ms: number): string {
  return new Date(ms).toISOString();
}
