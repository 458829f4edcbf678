import type { CDPSession, Page } from '@playwright/test';

/**
 * Gives `page` an authenticator in software that says yes to everything, and whose passkeys have PRF secrets. It goes when
 * any debugging session of the page ends, `addHarness` included: call this last, and keep what it gives.
 */
export async function addAuthenticator(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf: true,
    },
  });
  return session;
}
