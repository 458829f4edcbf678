/**
 * Who may use a route. `guest`: anybody; what such a route is about is guarded by its own token (a share's owner
 * token or ticket, a code, a refresh token). `stepped-up`: a user who proved again, within the last 5 minutes, who
 * they are.
 */
export type Permission = 'guest' | 'user' | 'stepped-up' | 'admin' | 'stepped-up admin';

/** The one table of route and role. A route that is not in it answers nobody. */
export const PERMISSIONS: Readonly<Record<string, Permission>> = {
  'GET /': 'guest',
  'GET /s/:id': 'guest',
  'GET /robots.txt': 'guest',
  'GET /favicon.svg': 'guest',
  'GET /assets/:file': 'guest',
  'GET /health/live': 'guest',
  'GET /health/ready': 'guest',
  'GET /api/v1/config': 'guest',
  'GET /api/v1/openapi.json': 'guest',

  'POST /api/v1/shares': 'guest',
  'GET /api/v1/shares/:id': 'guest',
  'PATCH /api/v1/shares/:id': 'guest',
  'DELETE /api/v1/shares/:id': 'guest',
  'GET /api/v1/shares/:id/events': 'guest',
  'PUT /api/v1/shares/:id/parts/:n': 'guest',
  'POST /api/v1/shares/:id/complete': 'guest',
  'POST /api/v1/shares/:id/open': 'guest',
  'POST /api/v1/shares/:id/claim': 'guest',
  'GET /api/v1/shares/:id/content': 'guest',
  'POST /api/v1/shares/:id/ack': 'guest',
  'POST /api/v1/shares/:id/report': 'guest',

  'POST /api/v1/accounts/codes': 'guest',
  'POST /api/v1/accounts': 'guest',
  'POST /api/v1/sign-in/parameters': 'guest',
  'POST /api/v1/sign-in': 'guest',
  'POST /api/v1/tokens/refresh': 'guest',
  'POST /api/v1/recovery': 'guest',
  'POST /api/v1/recovery/finish': 'guest',

  'GET /api/v1/account': 'user',
  'DELETE /api/v1/account': 'stepped-up',
  'POST /api/v1/account/restore': 'user',
  'PUT /api/v1/account/manifest': 'user',
  'POST /api/v1/account/password': 'user',
  'POST /api/v1/account/user-key': 'user',
  'POST /api/v1/account/recovery-kit': 'stepped-up',
  'POST /api/v1/account/email': 'stepped-up',
  'POST /api/v1/account/email/confirm': 'stepped-up',
  'GET /api/v1/sessions': 'user',
  'DELETE /api/v1/sessions': 'user',
  'PATCH /api/v1/sessions/:id': 'user',
  'DELETE /api/v1/sessions/:id': 'user',
  'POST /api/v1/sign-out': 'user',

  'GET /api/v1/library': 'user',
  'GET /api/v1/library/changes': 'user',
  'GET /api/v1/library/keys': 'user',
  'GET /api/v1/library/items/:id/versions': 'user',
  'GET /api/v1/library/items/:id/versions/:version': 'user',
  'POST /api/v1/library/push': 'user',
  'POST /api/v1/library/pull': 'user',
  'POST /api/v1/library/uploads': 'user',
  'PUT /api/v1/library/uploads/:upload/parts/:n': 'user',
  'POST /api/v1/library/uploads/:upload/complete': 'user',
  'DELETE /api/v1/library/uploads/:upload': 'user',
  'POST /api/v1/library/bin': 'user',
  'POST /api/v1/library/unbin': 'user',
  'POST /api/v1/library/delete': 'user',
  // Its access token comes as a sub-protocol: browsers send no header with a WebSocket.
  'GET /api/v1/library/live': 'guest',

  'GET /.well-known/jwks.json': 'guest',
  'GET /api/v1/jwks': 'guest',
};
