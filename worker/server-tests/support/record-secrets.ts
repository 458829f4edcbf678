const FIELDS = new Set(['auth', 'newAuth', 'code', 'accessToken', 'refreshToken', 'recovery']);

/**
 * Listens to all that this process asks of servers and is answered, and keeps the secrets that travel.
 *
 * @param found takes each value by the name of its field
 * @returns a function that stops it
 */
export function recordSecrets(found: (field: string, value: string) => void): () => void {
  const { fetch: real } = globalThis;
  globalThis.fetch = async (input, init) => {
    if (typeof init?.body === 'string') collect(JSON.parse(init.body), found);
    const answer = await real(input, init);
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true;
    if (isJson) collect(await answer.clone().json(), found);
    return answer;
  };
  return () => {
    globalThis.fetch = real;
  };
}

function collect(value: unknown, found: (field: string, value: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [field, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && FIELDS.has(field)) found(field, inner);
    else collect(inner, found);
  }
}
