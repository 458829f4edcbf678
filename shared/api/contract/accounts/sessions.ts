import * as z from 'zod';
import { idText, timeText } from '../fields.ts';
import { nameField } from './fields.ts';

/** One signed-in browser. `client` is browser and system family, `country` two letters or empty where unknown. */
export const sessionText = z.object({
  id: idText,
  name: z.string(),
  client: z.string(),
  country: z.string(),
  createdAt: timeText,
  lastUsedAt: timeText,
  /** Whether it is the one that asks. */
  current: z.boolean(),
});
export type SessionText = z.infer<typeof sessionText>;

/** `GET /api/v1/sessions`, the last used first. */
export const sessionsAnswer = z.object({ sessions: z.array(sessionText) });
export type SessionsAnswer = z.infer<typeof sessionsAnswer>;

/** `PATCH /api/v1/sessions/:id`. */
export const renameSessionRequest = z.strictObject({ name: nameField });
export type RenameSessionRequest = z.input<typeof renameSessionRequest>;
