import * as z from 'zod';
import { ACTIVITY_KINDS, ACTIVITY_OUTCOMES } from '../../activity.ts';
import { positive, timeText } from '../fields.ts';

/** One line of an account's log. `address` is comparable within the account only; texts that are not
 * known are empty. */
export const activity = z.object({
  id: positive,
  at: timeText,
  kind: z.enum(ACTIVITY_KINDS),
  outcome: z.enum(ACTIVITY_OUTCOMES),
  device: z.string(),
  client: z.string(),
  address: z.string(),
  country: z.string(),
  detail: z.string(),
});
export type Activity = z.infer<typeof activity>;

/** `GET /api/v1/account/activity?before=`: newest first; `next` asks for the page after this one. */
export const activityAnswer = z.object({
  activity: z.array(activity),
  next: positive.nullable(),
});
export type ActivityAnswer = z.infer<typeof activityAnswer>;
