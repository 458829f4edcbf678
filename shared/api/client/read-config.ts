import type { ConfigAnswer } from '../contract.ts';
import { requestJson } from './request.ts';

/** The server's limits. @throws {UnreachableError} also where `origin` is no Inkseal server */
export function readConfig(origin: string, signal?: AbortSignal): Promise<ConfigAnswer> {
  return requestJson(origin, '/api/v1/config', { signal });
}
