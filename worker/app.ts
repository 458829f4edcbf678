import { Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { applyPermissions } from './access/apply-permissions.ts';
import { allowAnyOrigin } from './http/allow-any-origin.ts';
import { answerError, errorAnswer } from './http/answer-error.ts';
import { ApiError } from './http/api-error.ts';
import type { AppEnv } from './http/app-env.ts';
import { discardRefusedBody } from './http/discard-body.ts';
import { logRequest } from './http/log-request.ts';
import { answerNotFound } from './http/not-found.ts';
import { secureAnswer } from './http/secure-answer.ts';
import { sendMailAfter } from './mail/send-mail-after.ts';
import { accountRoutes } from './routes/accounts/index.ts';
import { adminRoutes } from './routes/admin/index.ts';
import { configRoutes } from './routes/config.ts';
import { factorRoutes } from './routes/factors/index.ts';
import { healthRoutes } from './routes/health.ts';
import { jwksRoutes } from './routes/jwks.ts';
import { libraryRoutes } from './routes/library/index.ts';
import { openApiRoutes } from './routes/openapi.ts';
import { pageRoutes } from './routes/pages.ts';
import { shareRoutes } from './routes/shares/index.ts';

export const app = new Hono<AppEnv>();

app.onError(answerError);
app.notFound(answerNotFound);

app.use(logRequest);
app.use(discardRefusedBody);
app.use(secureAnswer);
app.use('/api/v1/*', allowAnyOrigin);
app.use('/api/v1/*', sendMailAfter);
app.use(
  methodNotAllowed({
    app,
    onMethodNotAllowed: (c, methods) =>
      errorAnswer(c, new ApiError('method-not-allowed', {}, { Allow: methods.join(', ') })),
  }),
);
app.use(applyPermissions);

app.route('/health', healthRoutes);
app.route('/.well-known/jwks.json', jwksRoutes);
app.route('/api/v1/jwks', jwksRoutes);
app.route('/api/v1/config', configRoutes);
app.route('/api/v1', accountRoutes);
app.route('/api/v1', factorRoutes);
app.route('/api/v1/admin', adminRoutes);
app.route('/api/v1/openapi.json', openApiRoutes);
app.route('/api/v1/shares', shareRoutes);
app.route('/api/v1/library', libraryRoutes);
app.route('/', pageRoutes);
