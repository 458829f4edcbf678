import * as z from 'zod';
import * as contract from '../contract.ts';
import { BODY_ERRORS, type Paths, parameter } from './operation.ts';

const ITEM_ID = parameter('path', 'id', contract.itemChange.shape.id);
const VERSION = parameter('path', 'version', z.number().int().min(1));
const UPLOAD = parameter('path', 'upload', contract.uploadStarted.shape.upload);
const PART_NUMBER = parameter('path', 'n', z.number().int().min(1));
const RANGE = parameter('header', 'Range', z.string(), false);
const SINCE = parameter('query', 'since', z.number().int().min(0), false);
const AFTER = parameter('query', 'after', z.string(), false);

const token = 'access token';
const USER_ERRORS = ['unauthorized', 'session-ended', 'account-suspended'] as const;
const READ_ERRORS = [...USER_ERRORS, 'invalid-request'] as const;
const WRITE_ERRORS = [...USER_ERRORS, ...BODY_ERRORS] as const;
const UPLOAD_ERRORS = [...READ_ERRORS, 'upload-not-found'] as const;

const ITEMS = {
  token,
  body: contract.itemsRequest,
  answers: { 200: contract.itemsAnswer },
  errors: WRITE_ERRORS,
} as const;

/** Sealed items of an account. `bytes` with a header are one JSON and what it describes, as docs/format.md says. */
export const LIBRARY_PATHS: Paths = {
  '/api/v1/library': {
    get: {
      summary: 'How much the account keeps',
      token,
      answers: { 200: contract.libraryAnswer },
      errors: USER_ERRORS,
    },
  },
  '/api/v1/library/changes': {
    get: {
      summary: 'What changed since a number',
      token,
      answers: { 200: contract.changesAnswer },
      errors: READ_ERRORS,
      parameters: [SINCE],
    },
  },
  '/api/v1/library/keys': {
    get: {
      summary: 'The wrapped key of every kept version',
      token,
      answers: { 200: contract.keysAnswer },
      errors: READ_ERRORS,
      parameters: [AFTER],
    },
  },
  '/api/v1/library/items/{id}/versions': {
    get: {
      summary: 'Kept versions of an item, newest first',
      token,
      answers: { 200: contract.versionsAnswer },
      errors: [...READ_ERRORS, 'item-not-found'],
      parameters: [ITEM_ID],
    },
  },
  '/api/v1/library/items/{id}/versions/{version}': {
    get: {
      summary: 'One sealed version, whole or one range',
      token,
      answers: { 200: 'bytes', 206: 'bytes' },
      errors: [...READ_ERRORS, 'item-not-found', 'range-not-satisfiable'],
      parameters: [ITEM_ID, VERSION, RANGE],
    },
  },
  '/api/v1/library/push': {
    post: {
      summary: 'Keep new versions of items; each one unless another was faster',
      token,
      body: 'bytes',
      answers: { 200: contract.pushAnswer },
      errors: [...WRITE_ERRORS, 'quota-exceeded', 'user-key-renewed'],
    },
  },
  '/api/v1/library/pull': {
    post: {
      summary: 'Read several sealed versions at once',
      token,
      body: contract.pullRequest,
      answers: { 200: 'bytes' },
      errors: WRITE_ERRORS,
    },
  },
  '/api/v1/library/uploads': {
    post: {
      summary: 'Begin to upload a long body',
      token,
      body: contract.uploadRequest,
      answers: { 201: contract.uploadStarted },
      errors: [...WRITE_ERRORS, 'quota-exceeded', 'user-key-renewed'],
    },
  },
  '/api/v1/library/uploads/{upload}/parts/{n}': {
    put: {
      summary: 'Upload one part',
      token,
      body: 'bytes',
      answers: { 204: null },
      errors: [...UPLOAD_ERRORS, 'unsupported-media-type', 'wrong-part-length'],
      parameters: [UPLOAD, PART_NUMBER],
    },
  },
  '/api/v1/library/uploads/{upload}/complete': {
    post: {
      summary: 'End the upload: the version is kept unless another was faster; repeatable',
      token,
      answers: { 200: contract.pushAnswer },
      errors: [...UPLOAD_ERRORS, 'upload-incomplete', 'user-key-renewed'],
      parameters: [UPLOAD],
    },
  },
  '/api/v1/library/uploads/{upload}': {
    delete: {
      summary: 'Give an upload up; repeatable',
      token,
      answers: { 204: null },
      errors: READ_ERRORS,
      parameters: [UPLOAD],
    },
  },
  '/api/v1/library/bin': { post: { summary: 'Put items into the bin', ...ITEMS } },
  '/api/v1/library/unbin': { post: { summary: 'Take items out of the bin', ...ITEMS } },
  '/api/v1/library/delete': { post: { summary: 'Delete items for good', ...ITEMS } },
  '/api/v1/library/live': {
    get: {
      summary:
        'A WebSocket that says when there is something new; the access token is a sub-protocol',
      answers: { 101: contract.liveMessage },
      errors: ['unauthorized', 'session-ended', 'account-suspended', 'upgrade-required'],
    },
  },
};
