import type * as z from 'zod';
import * as contract from './contract.ts';
import { ERRORS, type ErrorCode } from './errors.ts';
import { ACCOUNT_PATHS } from './openapi/accounts.ts';
import { ADMIN_PATHS } from './openapi/admin.ts';
import { FACTOR_PATHS } from './openapi/factors.ts';
import { LIBRARY_PATHS } from './openapi/library.ts';
import { type Json, type Operation, type Paths, schemaOf } from './openapi/operation.ts';
import { SERVER_PATHS } from './openapi/server.ts';
import { SHARE_PATHS } from './openapi/shares.ts';
import { SIGN_IN_PATHS } from './openapi/sign-in.ts';

const PATHS: Paths = {
  ...SHARE_PATHS,
  ...SIGN_IN_PATHS,
  ...ACCOUNT_PATHS,
  ...FACTOR_PATHS,
  ...LIBRARY_PATHS,
  ...ADMIN_PATHS,
  ...SERVER_PATHS,
};

/** The OpenAPI 3.1 document of the whole HTTP API, made from the contract. */
export function describeApi(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Inkseal',
      version: '1',
      description: 'Bytes are unpadded base64url, times RFC 3339 in UTC.',
    },
    paths: mapValues(PATHS, (operations) => mapValues(operations, describeOperation)),
    components: {
      schemas: { Error: schemaOf(contract.errorAnswer, 'output') },
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'An owner token, a ticket or an access token',
        },
      },
    },
  };
}

function describeOperation(operation: Operation): Json {
  const { summary, token, body, answers, errors, parameters = [] } = operation;
  return {
    summary,
    ...(token && { description: `Needs the ${token}.`, security: [{ bearer: [] }] }),
    parameters,
    ...(body && { requestBody: { required: true, content: describeContent(body, 'input') } }),
    responses: { ...mapValues(answers, describeAnswer), ...describeErrors(errors) },
  };
}

function describeAnswer(answer: z.ZodType | 'bytes' | null): Json {
  if (answer === null) return { description: 'Done' };
  return { description: 'Done', content: describeContent(answer, 'output') };
}

/** Several codes may share a status. */
function describeErrors(codes: readonly ErrorCode[]): Json {
  const byStatus = Map.groupBy(
    new Set([...codes, 'internal' as const]),
    (code) => ERRORS[code].status,
  );
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } };
  return Object.fromEntries(
    [...byStatus].map(([status, those]) => [status, { description: those.join(', '), content }]),
  );
}

function describeContent(body: z.ZodType | 'bytes', io: 'input' | 'output'): Json {
  if (body === 'bytes') return { 'application/octet-stream': {} };
  return { 'application/json': { schema: schemaOf(body, io) } };
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
