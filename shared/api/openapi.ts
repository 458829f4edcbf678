import { z } from 'zod';
import * as contract from './contract.ts';
import { ERRORS, type ErrorCode } from './errors.ts';

type Json = Readonly<Record<string, unknown>>;

interface Operation {
  readonly summary: string;
  /** Which token `Authorization: Bearer` carries. */
  readonly token?: 'owner token' | 'ticket';
  readonly body?: z.ZodType | 'bytes';
  /** Answers by status: a schema, raw bytes, or nothing. */
  readonly answers: Readonly<Record<number, z.ZodType | 'bytes' | null>>;
  readonly errors: readonly ErrorCode[];
  readonly parameters?: readonly Json[];
}

const SHARE_ID = parameter('path', 'id', contract.createdAnswer.shape.id);
const PART_NUMBER = parameter('path', 'n', z.number().int().min(1));
const RANGE = parameter('header', 'Range', z.string(), false);
const BODY_ERRORS = ['unsupported-media-type', 'too-large', 'invalid-request'] as const;
const TOKEN_ERRORS = ['invalid-request', 'unauthorized', 'share-not-found'] as const;
const READ_ERRORS = ['rate-limited', ...BODY_ERRORS, 'share-not-found'] as const;

const PATHS: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  '/api/v1/shares': {
    post: {
      summary: 'Create a share; the same request again is answered the same',
      body: contract.createShareRequest,
      answers: { 200: contract.createShareAnswer, 201: contract.createShareAnswer },
      errors: ['rate-limited', ...BODY_ERRORS, 'share-exists'],
    },
  },
  '/api/v1/shares/{id}': {
    get: {
      summary: 'How a share stands',
      token: 'owner token',
      answers: { 200: contract.shareStatus },
      errors: TOKEN_ERRORS,
      parameters: [SHARE_ID],
    },
    patch: {
      summary: 'Fewer views, or an earlier end',
      token: 'owner token',
      body: contract.narrowShareRequest,
      answers: { 200: contract.shareStatus },
      errors: [...TOKEN_ERRORS, ...BODY_ERRORS, 'upload-incomplete', 'share-gone'],
      parameters: [SHARE_ID],
    },
    delete: {
      summary: 'Revoke a share and every ticket',
      token: 'owner token',
      answers: { 204: null },
      errors: [...TOKEN_ERRORS, 'unavailable'],
      parameters: [SHARE_ID],
    },
  },
  '/api/v1/shares/{id}/events': {
    get: {
      summary: 'What happened to a share',
      token: 'owner token',
      answers: { 200: contract.eventsAnswer },
      errors: TOKEN_ERRORS,
      parameters: [SHARE_ID],
    },
  },
  '/api/v1/shares/{id}/parts/{n}': {
    put: {
      summary: 'Upload one part of the content',
      token: 'owner token',
      body: 'bytes',
      answers: { 204: null },
      errors: [
        ...TOKEN_ERRORS,
        'unsupported-media-type',
        'wrong-part-length',
        'upload-complete',
        'share-gone',
      ],
      parameters: [SHARE_ID, PART_NUMBER],
    },
  },
  '/api/v1/shares/{id}/complete': {
    post: {
      summary: 'End the upload: from here readers may claim',
      token: 'owner token',
      answers: { 200: contract.completeAnswer },
      errors: [...TOKEN_ERRORS, 'upload-incomplete', 'share-gone'],
      parameters: [SHARE_ID],
    },
  },
  '/api/v1/shares/{id}/open': {
    post: {
      summary: 'Look at a share without taking a view',
      body: contract.openShareRequest,
      answers: { 200: contract.openAnswer },
      errors: [...READ_ERRORS, 'share-gone'],
      parameters: [SHARE_ID],
    },
  },
  '/api/v1/shares/{id}/claim': {
    post: {
      summary: 'Take one view; the same nonce again takes no other',
      body: contract.claimShareRequest,
      answers: { 200: contract.claimAnswer },
      errors: [...READ_ERRORS, 'wrong-passphrase', 'share-gone', 'claim-ended'],
      parameters: [SHARE_ID],
    },
  },
  '/api/v1/shares/{id}/content': {
    get: {
      summary: 'The sealed content, whole or one range',
      token: 'ticket',
      answers: { 200: 'bytes', 206: 'bytes' },
      errors: [...TOKEN_ERRORS, 'share-gone', 'claim-ended', 'range-not-satisfiable'],
      parameters: [SHARE_ID, RANGE],
    },
  },
  '/api/v1/shares/{id}/ack': {
    post: {
      summary: 'End a ticket',
      token: 'ticket',
      answers: { 204: null },
      errors: TOKEN_ERRORS,
      parameters: [SHARE_ID],
    },
  },
  '/api/v1/shares/{id}/report': {
    post: {
      summary: 'Report abuse to the operator',
      body: contract.reportShareRequest,
      answers: { 202: null },
      errors: READ_ERRORS,
      parameters: [SHARE_ID],
    },
  },
  '/api/v1/config': {
    get: {
      summary: 'What this server is and allows',
      answers: { 200: contract.configAnswer },
      errors: [],
    },
  },
  '/health/live': {
    get: {
      summary: 'Whether the server answers',
      answers: { 200: contract.healthAnswer },
      errors: [],
    },
  },
  '/health/ready': {
    get: {
      summary: 'Whether all its parts answer',
      answers: { 200: contract.healthAnswer },
      errors: ['unavailable'],
    },
  },
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
        bearer: { type: 'http', scheme: 'bearer', description: 'An owner token or a ticket' },
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

function parameter(place: string, name: string, schema: z.ZodType, required = true): Json {
  return { name, in: place, required, schema: schemaOf(schema, 'input') };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io });
  return json;
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
