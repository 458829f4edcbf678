import * as z from 'zod';
import * as contract from '../contract.ts';
import { BODY_ERRORS, type Paths, parameter } from './operation.ts';

const REPORT_ID = parameter('path', 'id', z.number().int().min(1));
const SHARE_ID = parameter('path', 'id', contract.createdAnswer.shape.id);
const ACCOUNT_ID = parameter('path', 'id', contract.accountAnswer.shape.id);
const BEFORE = parameter('query', 'before', z.number().int().min(1), false);

const token = 'access token of an admin';
const steppedUp = 'access token of an admin, stepped up';
const ADMIN_ERRORS = ['unauthorized', 'session-ended', 'account-suspended', 'forbidden'] as const;
const READ_ERRORS = [...ADMIN_ERRORS, 'invalid-request'] as const;
const ACT_ERRORS = [...ADMIN_ERRORS, 'step-up-required', ...BODY_ERRORS, 'not-found'] as const;

/** What the operator sees and does. Nothing here opens anything, and everything is logged. */
export const ADMIN_PATHS: Paths = {
  '/api/v1/admin/reports': {
    get: {
      summary: 'Reports of readers, newest first',
      token,
      answers: { 200: contract.reportsAnswer },
      errors: READ_ERRORS,
      parameters: [parameter('query', 'state', z.enum(['open', 'closed']), false), BEFORE],
    },
  },
  '/api/v1/admin/reports/{id}/close': {
    post: {
      summary: 'Close a report',
      token,
      body: contract.reasonRequest,
      answers: { 204: null },
      errors: [...ADMIN_ERRORS, ...BODY_ERRORS, 'not-found', 'report-closed'],
      parameters: [REPORT_ID],
    },
  },
  '/api/v1/admin/shares/{id}': {
    get: {
      summary: 'All that can be known of a share, never its content',
      token,
      answers: { 200: contract.operatorShare },
      errors: [...READ_ERRORS, 'share-not-found'],
      parameters: [SHARE_ID],
    },
  },
  '/api/v1/admin/shares/{id}/take-down': {
    post: {
      summary: 'Take a share down',
      token: steppedUp,
      body: contract.reasonRequest,
      answers: { 200: contract.operatorShare },
      errors: [...ACT_ERRORS, 'share-not-found', 'unavailable'],
      parameters: [SHARE_ID],
    },
  },
  '/api/v1/admin/accounts': {
    get: {
      summary: 'The account of exactly this address, or none',
      token,
      answers: { 200: contract.operatorAccountsAnswer },
      errors: READ_ERRORS,
      parameters: [parameter('query', 'email', z.string())],
    },
  },
  '/api/v1/admin/accounts/{id}/suspend': {
    post: {
      summary: 'Suspend an account',
      token: steppedUp,
      body: contract.reasonRequest,
      answers: { 200: contract.operatorAccountAnswer },
      errors: [...ACT_ERRORS, 'is-admin', 'own-account'],
      parameters: [ACCOUNT_ID],
    },
  },
  '/api/v1/admin/accounts/{id}/restore': {
    post: {
      summary: 'End the suspension of an account',
      token: steppedUp,
      body: contract.reasonRequest,
      answers: { 200: contract.operatorAccountAnswer },
      errors: [...ACT_ERRORS, 'is-admin', 'own-account'],
      parameters: [ACCOUNT_ID],
    },
  },
  '/api/v1/admin/accounts/{id}/role': {
    post: {
      summary: 'Make an account an admin, or no longer one',
      token: steppedUp,
      body: contract.changeRoleRequest,
      answers: { 200: contract.operatorAccountAnswer },
      errors: [...ACT_ERRORS, 'is-admin', 'own-account'],
      parameters: [ACCOUNT_ID],
    },
  },
  '/api/v1/admin/log': {
    get: {
      summary: 'What admins did, newest first',
      token,
      answers: { 200: contract.adminLogAnswer },
      errors: READ_ERRORS,
      parameters: [BEFORE],
    },
  },
};
