import { Hono } from 'hono';
import type { AppContext, AppEnv } from '../http/app-env.ts';

/** Built file names carry a hash of their content. */
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** The viewer's static files. A share's page is the same for every id: the id is not even looked at. */
export const pageRoutes = new Hono<AppEnv>()
  .get('/', (c) => servePage(c, '/index.html'))
  .get('/s/:id', (c) => servePage(c, '/s.html'))
  .get('/robots.txt', (c) => servePage(c, '/robots.txt'))
  .get('/favicon.svg', (c) => servePage(c, '/favicon.svg'))
  .get('/assets/:file', (c) => servePage(c, `/assets/${c.req.param('file')}`, IMMUTABLE));

/** Nothing of the request reaches the store of files but this path. */
async function servePage(c: AppContext, path: string, caching?: string): Promise<Response> {
  const asset = await c.env.ASSETS.fetch(new URL(path, c.req.url));
  if (!asset.ok) return c.notFound();
  const type = asset.headers.get('content-type') ?? 'application/octet-stream';
  const headers = new Headers({ 'Content-Type': type });
  if (caching !== undefined) headers.set('Cache-Control', caching);
  return new Response(asset.body, { headers });
}
