import { findAll, type Match } from './match.ts';

const ADDRESS =
  /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}](?:[\p{L}\p{N}._%+'-]{0,62}[\p{L}\p{N}_+-])?@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}-])/gu;

/** `ana.lopez+news@mail.example.org` */
export function findEmails(text: string): readonly Match[] {
  return text.includes('@') ? findAll('email', text, ADDRESS) : [];
}
