import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../../bindings.ts';

export class Share extends DurableObject<Env> {}
