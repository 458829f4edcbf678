/* What the operator sees and does: constants that server and clients share. */

/** How a report was closed. */
export const REPORT_ENDINGS = ['dismissed', 'taken-down'] as const;
export type ReportEnding = (typeof REPORT_ENDINGS)[number];

export const ADMIN_ACTIONS = [
  'share-inspected',
  'share-taken-down',
  'report-closed',
  'account-inspected',
  'account-suspended',
  'account-restored',
  'role-changed',
] as const;
export type AdminAction = (typeof ADMIN_ACTIONS)[number];

export const OPERATOR_REASON_MAX_CHARACTERS = 1_000;
/** Lines of reports or of the log in one answer. */
export const OPERATOR_PAGE = 50;
