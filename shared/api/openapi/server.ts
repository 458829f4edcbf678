import * as contract from '../contract.ts';
import type { Paths } from './operation.ts';

/** What the server says of itself. */
export const SERVER_PATHS: Paths = {
  '/api/v1/config': {
    get: {
      summary: 'What this server is and allows',
      answers: { 200: contract.configAnswer },
      errors: [],
    },
  },
  '/api/v1/jwks': {
    get: {
      summary: 'The public keys of access tokens, also at /.well-known/jwks.json',
      answers: { 200: contract.jwksAnswer },
      errors: ['unavailable'],
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
