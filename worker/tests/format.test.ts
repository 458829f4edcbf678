import { expect, test } from 'vitest';
import { portableCases, runPortableCases } from '../../shared/crypto/tests/portable.ts';

/* The proofs of the format that need no test runner, in the runtime of the server. */

test('every case of both files of vectors holds in workerd', async () => {
  expect(portableCases.length).toBeGreaterThan(116);
  expect(await runPortableCases()).toEqual({ ran: portableCases.length, failures: [] });
});
