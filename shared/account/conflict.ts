import { ApiError } from '../api/client/api-error.ts';

/** Whether another device wrote the manifest first. */
export function isConflict(error: unknown): boolean {
  return (
    error instanceof ApiError &&
    (error.code === 'manifest-conflict' || error.code === 'account-changed')
  );
}
