import type { RequestOptions } from '../request.ts';

/** Asks one server for one account's library, with tokens that are good. */
export interface LibraryTransport {
  readonly origin: string;
  /** @throws {ApiError | UnreachableError} */
  request(path: string, options?: Omit<RequestOptions, 'bearer'>): Promise<Response>;
  accessToken(): Promise<string>;
}

export const LIBRARY_PATH = '/api/v1/library';

/** As `request`, for an answer in JSON. */
export async function requestLibrary<Answer>(
  transport: LibraryTransport,
  path: string,
  options?: Omit<RequestOptions, 'bearer'>,
): Promise<Answer> {
  const response = await transport.request(LIBRARY_PATH + path, options);
  return (await response.json()) as Answer;
}
