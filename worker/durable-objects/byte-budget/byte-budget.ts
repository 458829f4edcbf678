import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../../bindings.ts';

export class ByteBudget extends DurableObject<Env> {}
