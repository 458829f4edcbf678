import {
  beginTotp as begin,
  confirmTotp as confirm,
  removeTotp as remove,
} from '../../../shared/api/client/accounts/factors.ts';
import type { TotpAnswer } from '../../../shared/api/contract.ts';
import { connect } from '../session/connection.ts';

/* Codes of an authenticator app. All of these throw `ApiError` or `UnreachableError`. */

export async function beginTotp(): Promise<TotpAnswer> {
  return begin(await connect());
}

export async function confirmTotp(code: string): Promise<void> {
  await confirm(await connect(), code);
}

export async function removeTotp(): Promise<void> {
  await remove(await connect());
}
