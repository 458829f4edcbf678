import * as z from 'zod';
import * as contract from '../contract.ts';
import { BODY_ERRORS, type Paths, parameter } from './operation.ts';

const SHARE_ID = parameter('path', 'id', contract.createdAnswer.shape.id);
const PART_NUMBER = parameter('path', 'n', z.number().int().min(1));
const RANGE = parameter('header', 'Range', z.string(), false);
const TOKEN_ERRORS = ['invalid-request', 'unauthorized', 'share-not-found'] as const;
const READ_ERRORS = ['rate-limited', ...BODY_ERRORS, 'share-not-found'] as const;

/** Shares, for who made them and who reads them. */
export const SHARE_PATHS: Paths = {
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
};
