import type { Match } from './match.ts';

const BEGIN = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?=[ \u00a0-]?[A-Z0-9])/g;

/** Characters of an account number in each country (SWIFT IBAN registry). */
const LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ' +
    'ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 ' +
    'LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 ' +
    'PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** Account numbers, in one piece or in groups, by their country's length and their checksum. */
export function findIbans(text: string): readonly Match[] {
  return [...text.matchAll(BEGIN)].flatMap(({ 0: begin, index: start }) => {
    const length = LENGTHS[begin.slice(0, 2)];
    if (length === undefined) return [];
    const end = endOf(text, start, length);
    if (end === undefined) return [];
    const compact = text.slice(start, end).replace(/[ \u00a0-]/g, '');
    return passesMod97(compact) ? [{ kind: 'iban' as const, start, end }] : [];
  });
}

/** Behind so many letters and digits, with at most one separator between two of them. */
function endOf(text: string, start: number, length: number): number | undefined {
  let at = start;
  for (let count = 0; count < length; count++) {
    if (count > 0 && /[ \u00a0-]/.test(text[at] ?? '')) at++;
    if (!/[A-Z0-9]/.test(text[at] ?? '')) return undefined;
    at++;
  }
  return /[A-Za-z0-9]/.test(text[at] ?? '') ? undefined : at;
}

/** ISO/IEC 7064, MOD 97-10, as ISO 13616 uses it. */
export function passesMod97(iban: string): boolean {
  const turned = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  for (const letter of turned) {
    for (const digit of Number.parseInt(letter, 36).toString())
      rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}
