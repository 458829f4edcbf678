import { readKit } from '../../../shared/crypto/recovery-kit.ts';

const LINES = 4;

/** Which line is to be typed back, from 1. */
export function askForLine(): number {
  return 1 + ((crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % LINES);
}

/** Whether `typed` is that line of the kit, in any case and however it is grouped. */
export async function isLineOfKit(
  kit: readonly string[],
  line: number,
  typed: string,
): Promise<boolean> {
  // Each line checks itself: put in the place of the line, it makes a whole kit, or none.
  const whole = await readKit(kit.with(line - 1, typed).join('\n'));
  const own = await readKit(kit.join('\n'));
  return whole.ok && own.ok && whole.kit.every((byte, at) => byte === own.kit[at]);
}
