import { test } from 'vitest';
import { MemoryStore } from './memory-store.ts';
import { SEALED_STORE_CASES } from './sealed-store-cases.ts';

test.each(SEALED_STORE_CASES)('a store in memory $title', ({ run }) => run(new MemoryStore()));
