import * as z from 'zod';
import type { ErrorCode } from '../errors.ts';

export type Json = Readonly<Record<string, unknown>>;

/** Which token `Authorization: Bearer` carries. */
export type Token =
  | 'owner token'
  | 'ticket'
  | 'access token'
  | 'access token, stepped up'
  | 'access token of an admin'
  | 'access token of an admin, stepped up';

/** One route of the API as the OpenAPI document shows it. */
export interface Operation {
  readonly summary: string;
  readonly token?: Token;
  readonly body?: z.ZodType | 'bytes';
  /** Answers by status: a schema, raw bytes, or nothing. */
  readonly answers: Readonly<Record<number, z.ZodType | 'bytes' | null>>;
  readonly errors: readonly ErrorCode[];
  readonly parameters?: readonly Json[];
}

/** Operations by path, then by method. */
export type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

export const BODY_ERRORS = ['unsupported-media-type', 'too-large', 'invalid-request'] as const;

export function parameter(place: string, name: string, schema: z.ZodType, required = true): Json {
  return { name, in: place, required, schema: schemaOf(schema, 'input') };
}

export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io });
  return json;
}
