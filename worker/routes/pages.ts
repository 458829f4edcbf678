import { Hono } from 'hono';
import { ApiError } from '../http/api-error.ts';
import type { AppContext, AppEnv } from '../http/app-env.ts';

/** Built file names carry a hash of their content. */
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** The viewer's static files. A share's page is the same for every id: the id is not even looked at. */
export const pageRoutes = new Hono<AppEnv>()
  .get('/', (c) => servePage(c, '/index.html'))
  .get('/s/:id', (c) => servePage(c, '/s.html'))
  .get('/robots.txt', (c) => servePage(c, '/robots.txt'))
  .get('/favicon.svg', (c) => servePage(c, '/favicon.svg'))
  .get('/assets/:file', async (c) => {
    const answer = await servePage(c, `/assets/${c.req.param('file')}`);
    answer.headers.set('Cache-Control', IMMUTABLE);
    return answer;
  });

/** Nothing of the request reaches the store of files but this path. */
async function servePage(c: AppContext, path: string): Promise<Response> {
  const asset = await c.env.ASSETS.fetch(new URL(path, c.req.url));
  if (!asset.ok) throw new ApiError('not-found');
  const type = asset.headers.get('content-type') ?? 'application/octet-stream';
  return new Response(asset.body, { headers: { 'Content-Type': type } });
}
