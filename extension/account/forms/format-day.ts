/** Day of `time` (RFC 3339) where the person is: `29 Nov 2026`. */
export function formatDay(time: string): string {
  return new Date(time).toLocaleDateString('en-GB', { dateStyle: 'medium' });
}
