import { describe, expect, test } from 'vitest';
import { detect } from './detect.ts';

/** Kinds with the text that each of them covers. */
const found = (text: string) =>
  detect(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe('e-mail addresses', () => {
  test.each([
    ['Write to ana.lopez+news@mail.example.org.', 'ana.lopez+news@mail.example.org'],
    ['<o’brien@example.com>', 'brien@example.com'],
    ['(jörg@müller.example)', 'jörg@müller.example'],
    ['mailto:a@b.co?subject=x', 'a@b.co'],
    ['x_y-z@sub-domain.example.museum, and more', 'x_y-z@sub-domain.example.museum'],
  ])('%s', (text, address) => {
    expect(found(text)).toEqual([`email: ${address}`]);
  });

  test.each(['@handle', 'user@localhost', 'a@b', 'git@', 'npm i preact@11.2.0', '5 @ 3.00'])(
    'none: %s',
    (text) => expect(found(text)).toEqual([]),
  );
});

describe('card numbers', () => {
  test.each([
    '4111 1111 1111 1111',
    '4111111111111111',
    '5555-5555-5555-4444',
    '378282246310005',
    '3782 822463 10005',
    '6011111111111117',
    '30569309025904',
    '3530111333300000',
    '2223003122003222',
    '6759649826438453',
  ])('%s', (number) => {
    expect(found(`Card ${number}, valid 12/27`)).toEqual([`card: ${number}`]);
  });

  test.each([
    '4111 1111 1111 1112', // check digit
    '1234567812345670', // no issuer
    'Order 8011111111111118',
    '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1',
    '41111111 1111-1111',
    '0000 0000 0000 0000',
    '4111111111111111.50',
    '20241122093045123',
  ])('none: %s', (text) => {
    expect(found(text).filter((it) => it.startsWith('card'))).toEqual([]);
  });
});

describe('account numbers', () => {
  test.each([
    'DE89 3704 0044 0532 0130 00',
    'DE89370400440532013000',
    'GB29 NWBK 6016 1331 9268 19',
    'FR14 2004 1010 0505 0001 3M02 606',
    'NL91ABNA0417164300',
    'NO93 8601 1117 947',
    'MT84MALT011000012345MTLCAST001S',
    'CH93 0076 2011 6238 5295 7',
  ])('%s', (iban) => {
    expect(found(`IBAN: ${iban}.`)).toEqual([`iban: ${iban}`]);
  });

  test.each([
    'DE88 3704 0044 0532 0130 00', // checksum
    'DE89 3704 0044 0532 0130 0', // too short
    'XX89370400440532013000',
    'de89370400440532013000',
    'ISBN 978-3-16-148410-0',
  ])('none: %s', (text) => {
    expect(found(text).filter((it) => it.startsWith('iban'))).toEqual([]);
  });
});

describe('telephone numbers', () => {
  test.each([
    '+49 (0)171 123 45 67',
    '+1 555 234 5678',
    '+14155552671',
    '+44 20 7946 0958',
    '+358-40-123-4567',
    '0049 171 1234567',
    '(555) 234-5678',
    '555-234-5678',
    '415.555.2671',
    '1-800-555-0199',
    '020 7946 0958',
    '01 23 45 67 89',
    '0171/1234567',
    '030 123456-78',
    '(020) 7946 0958',
  ])('%s', (number) => {
    expect(found(`Call ${number} today`)).toEqual([`phone: ${number}`]);
  });

  test.each([
    '2024-11-22',
    '22.11.2024',
    '01/02/2024',
    '01-02-2024 10:30',
    '09:30-17:45',
    '$1,234.56',
    '1 234 567,89 €',
    '€ 0.123456789',
    '3 + 5 = 8',
    'Order 1234567890',
    'Order #555-123-4567890',
    '113-4567890-1234567',
    'Invoice 2024-000123',
    '192.168.178.24',
    '10.0.0.255',
    'v115.234.5678.9',
    '978-3-16-148410-0',
    '1920 x 1080',
    '100 200 300',
    '+5 points',
    '0.25 0.50 0.75',
    '90210-1234',
    '123-45-6789',
    '12 000 000 inhabitants',
    '2020 2021 2022 2023',
    '00:01:02',
  ])('none: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('tokens and keys', () => {
  const alphabet = 'aZ3kQ9xT7bLm2Wc8Vf5Rn1Yp4Hd6Gs0JeUq';
  test.each([
    'AKIAIOSFODNN7EXAMPLE',
    'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    `ghp_${alphabet}`,
    `github_pat_11ABCDEFG0${alphabet}`,
    'glpat-abcdefghij0123456789',
    ['sk', 'live', '4eC39HqLyjWDarjtT1zdp7dc'].join('_'),
    `sk-proj-${alphabet}`,
    ['xoxb', '123456789012', 'abcdefGHIJKL'].join('-'),
    `AIza${alphabet}`,
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
    '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'D41D8CD98F00B204E9800998ECF8427E',
    'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQ==',
  ])('%s', (token) => {
    expect(found(`Key: ${token} (secret)`)).toEqual([`token: ${token}`]);
  });

  test('a private key to its end', () => {
    const key = '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE\n-----END EC PRIVATE KEY-----';
    expect(found(`${key}\nand so on`)).toEqual([`token: ${key}`]);
  });

  test.each([
    'getElementsByTagNameNS2FromDocument',
    'My-Holiday-Photos-From-Lisbon-2024-Album',
    'internationalization-and-localization',
    'https://example.com/aB3dE5fG7hI9jK1lM3nO5pQ7/index.html',
    'src/components/EditorToolbar2/ToolbarButton',
    'IMG_20241122_093045_HDR_PORTRAIT',
    '550e8400-e29b-41d4-a716-446655440000',
    '12345678901234567890123456789012',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    'CONTENT_SECURITY_POLICY_REPORT_ONLY_1',
    'Donaudampfschifffahrtsgesellschaft',
  ])('none: %s', (text) => {
    expect(found(text).filter((it) => it.startsWith('token'))).toEqual([]);
  });
});

test('several in one text, none twice', () => {
  const text =
    'Ana, ana@example.com, +44 20 7946 0958, GB29 NWBK 6016 1331 9268 19, 4111 1111 1111 1111';
  expect(detect(text).map(({ kind }) => kind)).toEqual(['email', 'phone', 'iban', 'card']);
});

test('a long text without anything takes no time', () => {
  const text = `${'1-'.repeat(50_000)} ${'a.'.repeat(50_000)} ${'0 '.repeat(50_000)}`;
  const before = process.threadCpuUsage();
  detect(text);
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(5000);
});
