import { changeEmail, confirmEmail } from '../../../shared/api/client/accounts/account.ts';
import { changeStandingEmail } from '../session/account-record.ts';
import { connect } from '../session/connection.ts';
import { readAccount } from './read-account.ts';

/** Mails a code to the new address. @throws {ApiError} `step-up-required` */
export async function sendNewEmailCode(email: string): Promise<void> {
  await changeEmail(await connect(), { email });
}

/** @throws {ApiError} `wrong-code`, `step-up-required` */
export async function confirmNewEmail(email: string, code: string): Promise<void> {
  await confirmEmail(await connect(), { email, code });
  await changeStandingEmail((await readAccount()).email);
}
