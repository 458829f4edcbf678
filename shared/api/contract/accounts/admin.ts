import * as z from 'zod';
import { ACCOUNT_STATES, ROLES } from '../../account-limits.ts';
import { ADMIN_ACTIONS, OPERATOR_REASON_MAX_CHARACTERS, REPORT_ENDINGS } from '../../operator.ts';
import { shareState } from '../answers.ts';
import { count, idText, positive, timeText } from '../fields.ts';
import { emailField } from './fields.ts';

/* What the operator sees and does. Nothing here opens anything, and everything is logged. */

const reason = z
  .string()
  .trim()
  .min(1)
  .refine((text) => [...text].length <= OPERATOR_REASON_MAX_CHARACTERS)
  .meta({ maxLength: OPERATOR_REASON_MAX_CHARACTERS });

/** Why: goes into the operator's log. */
export const reasonRequest = z.strictObject({ reason });
export type ReasonRequest = z.input<typeof reasonRequest>;

/** `POST /api/v1/admin/accounts/:id/role`. */
export const changeRoleRequest = z.strictObject({ role: z.enum(ROLES), reason });
export type ChangeRoleRequest = z.input<typeof changeRoleRequest>;

/** One report of a reader. `address` tells reporters of one share apart, no more. */
export const report = z.object({
  id: positive,
  shareId: idText,
  reason: z.string(),
  address: z.string(),
  createdAt: timeText,
  closed: z.object({ at: timeText, ending: z.enum(REPORT_ENDINGS), reason: z.string() }).optional(),
});
export type Report = z.infer<typeof report>;

/** `GET /api/v1/admin/reports?state=open|closed&before=`: newest first. */
export const reportsAnswer = z.object({ reports: z.array(report), next: positive.nullable() });
export type ReportsAnswer = z.infer<typeof reportsAnswer>;

/** `GET /api/v1/admin/shares/:id`: all that can be known. `events` counts what its owner's log holds. */
export const operatorShare = z.object({
  id: idText,
  state: shareState,
  views: positive,
  remaining: count,
  createdAt: timeText,
  expiresAt: timeText,
  contentLength: positive,
  hasContent: z.boolean(),
  liveTickets: count,
  events: z.record(z.string(), count),
  reports: z.array(report),
});
export type OperatorShare = z.infer<typeof operatorShare>;

/** One account as the operator sees it. */
export const operatorAccount = z.object({
  id: idText,
  email: z.string(),
  role: z.enum(ROLES),
  state: z.enum(ACCOUNT_STATES),
  createdAt: timeText,
  sessions: count,
  lastSeenAt: timeText.nullable(),
  hasSecondFactor: z.boolean(),
});
export type OperatorAccount = z.infer<typeof operatorAccount>;

/** The query of `GET /api/v1/admin/accounts`. */
export const operatorAccountsRequest = z.strictObject({ email: emailField });

/** `GET /api/v1/admin/accounts?email=`: the account of exactly that address, or none. */
export const operatorAccountsAnswer = z.object({ accounts: z.array(operatorAccount) });
export type OperatorAccountsAnswer = z.infer<typeof operatorAccountsAnswer>;

/** Of an act on an account: as it is afterwards, so that nobody has to look it up again. */
export const operatorAccountAnswer = z.object({ account: operatorAccount });
export type OperatorAccountAnswer = z.infer<typeof operatorAccountAnswer>;

/** One line of the operator's log. `target` is the id of a share, a report or an account; `admin` is the
 * e-mail address, `null` once that account is deleted. */
export const adminLogLine = z.object({
  id: positive,
  at: timeText,
  adminId: idText,
  admin: z.string().nullable(),
  action: z.enum(ADMIN_ACTIONS),
  target: z.string(),
  reason: z.string(),
});
export type AdminLogLine = z.infer<typeof adminLogLine>;

/** `GET /api/v1/admin/log?before=`: newest first. */
export const adminLogAnswer = z.object({
  log: z.array(adminLogLine),
  next: positive.nullable(),
});
export type AdminLogAnswer = z.infer<typeof adminLogAnswer>;
