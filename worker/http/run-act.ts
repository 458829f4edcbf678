import type { ErrorCode } from '../../shared/api/errors.ts';
import { runGuarded, type Statement } from '../database/guarded-batch.ts';
import { ApiError } from './api-error.ts';
import type { AppContext } from './app-env.ts';

/**
 * Runs statements whole or not at all.
 * @param hindrances what is answered where a guard fails, or a value is not unique
 * @throws {ApiError} of `hindrances`
 */
export async function runAct<Guard extends string>(
  c: AppContext,
  hindrances: Readonly<Record<Guard, ErrorCode>>,
  statements: readonly Statement[],
): Promise<void> {
  const hindrance = await runGuarded<Guard>(c.env.DB, statements);
  if (hindrance === null) return;
  const code = (hindrances as Readonly<Record<string, ErrorCode>>)[hindrance];
  if (code === undefined) throw new Error(`unforeseen: ${hindrance}`);
  throw new ApiError(code);
}
