import { invalidRequest } from '../http/api-error.ts';

/** RFC 5321, section 4.5.3.1.3, without the angle brackets. */
const MAX_ADDRESS_LENGTH = 254;

/** Dot-string and domain of RFC 5321 in ASCII; no quoted strings, no address literals, no white space. */
const ADDRESS =
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i;

/** Whether mail can be sent there; nothing that passes can end an SMTP command or a header. */
export function isMailAddress(text: string): boolean {
  return text.length <= MAX_ADDRESS_LENGTH && ADDRESS.test(text);
}

/** @throws {ApiError} 400 `invalid-request` */
export function checkMailAddress(text: string): void {
  if (!isMailAddress(text)) throw invalidRequest('email');
}
