import {
  linkIdentity,
  readIdentities,
  unlinkIdentity,
} from '../../../shared/api/client/accounts/oidc.ts';
import type { LinkedIdentity } from '../../../shared/api/contract.ts';
import { connect } from '../session/connection.ts';
import { hasProvider, type ProvenIdentity } from './provider.ts';

export interface Identities {
  readonly linked: readonly LinkedIdentity[];
  /** Whether the server has a provider by which another one could be linked. */
  readonly canLink: boolean;
}

/** Who providers say that the account's owner is. @throws {ApiError | UnreachableError} */
export async function readIdentitiesHere(): Promise<Identities> {
  const [linked, canLink] = await Promise.all([readIdentities(await connect()), hasProvider()]);
  return { linked, canLink };
}

/** @throws {ApiError} `step-up-required`, `identity-refused`, `identity-taken` */
export async function linkIdentityHere({ identity }: ProvenIdentity): Promise<void> {
  await linkIdentity(await connect(), identity);
}

/** @throws {ApiError} `step-up-required` */
export async function unlinkIdentityHere(id: string): Promise<void> {
  await unlinkIdentity(await connect(), id);
}
