import * as z from 'zod/mini';
import { wholeNumber } from '../../../shared/scene/schema/whole-number.ts';
import { SECRET_LIMITS, SECRET_TYPES, SECRET_VERSION, type Secret } from './secret.ts';

const text = z.string().check(z.maxLength(SECRET_LIMITS.value));
const base = { user: text, value: text, address: text, note: text };

const first = z.object({ v: z.literal(1), ...base });

const second = z.object({
  v: z.literal(SECRET_VERSION),
  type: z.literal(SECRET_TYPES),
  ...base,
  fields: z
    .array(z.object({ name: text, value: text, isHidden: z.boolean() }))
    .check(z.maxLength(SECRET_LIMITS.fields)),
});

const stamp = z.object({ v: wholeNumber });

/** A secret as any version wrote it; undefined where it is none. */
export function readSecret(json: unknown): Secret | 'newer' | undefined {
  const read = second.safeParse(json);
  if (read.success) return read.data;
  const older = first.safeParse(json);
  if (older.success) return upgrade(older.data);
  const stamped = stamp.safeParse(json);
  return stamped.success && stamped.data.v > SECRET_VERSION ? 'newer' : undefined;
}

/** What had only a note was one. */
function upgrade({ user, value, address, note }: z.infer<typeof first>): Secret {
  const isNote = note !== '' && user === '' && value === '' && address === '';
  const type = isNote ? 'note' : 'password';
  return { v: SECRET_VERSION, type, user, value, address, note, fields: [] };
}
