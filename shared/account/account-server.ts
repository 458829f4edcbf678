import {
  changePassword,
  changeRecoveryKit,
  putManifest,
  readAccount,
  rotateUserKey,
} from '../api/client/accounts/account.ts';
import { finishSignIn } from '../api/client/accounts/factors.ts';
import { type Session, sessionOf, type UserConnection } from '../api/client/accounts/session.ts';
import {
  createAccount,
  finishRecovery,
  openRecovery,
  readSignInParameters,
  type Server,
  signIn,
} from '../api/client/accounts/sign-in.ts';
import type { AccountClient, UserClient } from './account-client.ts';

/** A server, as the acts of an account speak to it. */
export function clientOf(server: Server): AccountClient {
  return {
    createAccount: (request) => createAccount(server, request),
    readParameters: (request) => readSignInParameters(server, request),
    signIn: (request) => signIn(server, request),
    finishSignIn: (request) => finishSignIn(server, request),
    openRecovery: (request) => openRecovery(server, request),
    finishRecovery: (request) => finishRecovery(server, request),
    as: (tokens) => userOf({ ...server, session: inMemory(sessionOf(tokens)) }),
  };
}

/** What a person who signed in may ask. */
export function userOf(connection: UserConnection): UserClient {
  return {
    readAccount: () => readAccount(connection),
    putManifest: (request) => putManifest(connection, request),
    changePassword: (request) => changePassword(connection, request),
    rotateUserKey: (request) => rotateUserKey(connection, request),
    changeRecoveryKit: (request) => changeRecoveryKit(connection, request),
  };
}

/** Until the account was opened and all is kept. */
function inMemory(session: Session): UserConnection['session'] {
  let kept: Session | null = session;
  return {
    read: async () => kept,
    write: async (renewed) => {
      kept = renewed;
    },
  };
}
