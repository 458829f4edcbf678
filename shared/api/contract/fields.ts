import * as z from 'zod';
import { decodeBase64url } from '../../crypto/base64url.ts';
import { OBJECT_ID_BYTES } from '../../crypto/brand.ts';
import type { Bytes } from '../../crypto/bytes.ts';

const textLength = (bytes: number): number => Math.ceil((bytes * 4) / 3);

function encoding(min: number, max: number) {
  return {
    minLength: textLength(min),
    maxLength: textLength(max),
    pattern: '^[A-Za-z0-9_-]*$',
    contentEncoding: 'base64url',
  };
}

/** Bytes in a request: canonical unpadded base64url of `min` to `max` bytes, decoded by the schema. */
export function bytesField(min: number, max = min) {
  return z
    .string()
    .transform((text, context): Bytes => {
      if (text.length >= textLength(min) && text.length <= textLength(max)) {
        try {
          return decodeBase64url(text);
        } catch {
          // Falls through: one issue, whatever is wrong with the text.
        }
      }
      context.issues.push({
        code: 'custom',
        message: 'not base64url of the right length',
        input: text,
      });
      return z.NEVER;
    })
    .meta(encoding(min, max));
}

/** Bytes in an answer: their base64url text. */
export function bytesText(min: number, max = min) {
  return z.string().meta(encoding(min, max));
}

/** RFC 3339, UTC. */
export const timeText = z.iso.datetime();

export const count = z.number().int().min(0);
export const positive = z.number().int().min(1);

export const idField = bytesField(OBJECT_ID_BYTES);
export const idText = bytesText(OBJECT_ID_BYTES);
export const hashField = bytesField(32);
