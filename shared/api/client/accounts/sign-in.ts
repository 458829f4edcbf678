import type {
  CodeRequest,
  FinishRecoveryRequest,
  RecoveryAnswer,
  RecoveryRequest,
  SignInAnswer,
  SignInParametersAnswer,
  SignInParametersRequest,
  SignInRequest,
  SignUpRequest,
  TokensAnswer,
} from '../../contract.ts';
import { type RequestOptions, request, requestJson } from '../request.ts';

/* What anybody may ask of an account. No retries: each of these counts as a try, or sends a mail. */

/** A server, and who carries requests to it in place of `fetch`. */
export interface Server extends Pick<RequestOptions, 'send' | 'signal'> {
  readonly origin: string;
}

/** Asks for a mail with a code. @throws {ApiError} `rate-limited` with the seconds until the next may be asked for */
export async function requestCode(
  { origin, ...options }: Server,
  json: CodeRequest,
): Promise<void> {
  await request(origin, '/api/v1/accounts/codes', { ...options, method: 'POST', json });
}

/**
 * @throws {ApiError} `wrong-code` with `attemptsLeft`; `account-exists` for an id that is taken. After no answer the
 * same request may be sent again: it is answered with new tokens of the account that it made.
 */
export function createAccount(server: Server, json: SignUpRequest): Promise<TokensAnswer> {
  return post(server, '/accounts', json);
}

export function readSignInParameters(
  server: Server,
  json: SignInParametersRequest,
): Promise<SignInParametersAnswer> {
  return post(server, '/sign-in/parameters', json);
}

/** @throws {ApiError} `wrong-credentials`, `too-many-attempts` with the seconds to wait, `account-suspended` */
export function signIn(server: Server, json: SignInRequest): Promise<SignInAnswer> {
  return post(server, '/sign-in', json);
}

/** @throws {ApiError} `wrong-code` with `attemptsLeft`, `wrong-kit` */
export function openRecovery(server: Server, json: RecoveryRequest): Promise<RecoveryAnswer> {
  return post(server, '/recovery', json);
}

/** @throws {ApiError} `unauthorized` where `recovery` is too old, `manifest-conflict`, `account-changed` */
export function finishRecovery(server: Server, json: FinishRecoveryRequest): Promise<TokensAnswer> {
  return post(server, '/recovery/finish', json);
}

function post<Answer>(
  { origin, ...options }: Server,
  path: string,
  json: unknown,
): Promise<Answer> {
  return requestJson(origin, `/api/v1${path}`, { ...options, method: 'POST', json });
}
