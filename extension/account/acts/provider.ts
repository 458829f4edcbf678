import { browser } from 'wxt/browser';
import { beginOidc, finishOidc } from '../../../shared/api/client/accounts/oidc.ts';
import { readConfig } from '../../../shared/api/client/read-config.ts';
import type { IdentityAnswer } from '../../../shared/api/contract.ts';
import { readAccountOrigin } from './account-origin.ts';

/** Who somebody is, as a provider vouches; `known` where an account belongs to it. Good for 15 minutes. */
export type ProvenIdentity = IdentityAnswer;

/** The person closed the provider's window, or the provider said no. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
}

/** Whether the server has a provider to ask. */
export async function hasProvider(): Promise<boolean> {
  return (await readConfig(await readAccountOrigin())).identityProvider !== null;
}

/**
 * Lets the person sign in with the provider in a window of the browser, which no page of ours can look into.
 * @throws {ProviderError}; {ApiError} `identity-refused`, `email-not-verified`, `unavailable`
 */
export async function askProvider(): Promise<ProvenIdentity> {
  const server = { origin: await readAccountOrigin() };
  const redirectUri = browser.identity.getRedirectURL();
  const { authorizationUrl, flow } = await beginOidc(server, redirectUri);
  const callbackUrl = await openWindow(authorizationUrl);
  return finishOidc(server, flow, callbackUrl);
}

async function openWindow(url: string): Promise<string> {
  try {
    const callbackUrl = await browser.identity.launchWebAuthFlow({ url, interactive: true });
    if (callbackUrl !== undefined) return callbackUrl;
  } catch (cause) {
    throw new ProviderError('The provider’s window was closed.', { cause });
  }
  throw new ProviderError('The provider answered nothing.');
}
