/**
 * What each act of an account costs the server until it answers: statements of D1 in round trips, calls of Durable
 * Objects, calls of WebCrypto. worker/tests/accounts/storage-calls.test.ts holds it to that. Sending a mail afterwards
 * takes three more round trips to D1: take it, delete it, see that no other waits.
 */
export const ACCOUNT_COSTS: Readonly<Record<string, string>> = {
  'ask for a code': 'D1 2 in 2; objects ATTEMPTS.issueCode 1; crypto 4',
  'sign up': 'D1 9 in 1; objects ATTEMPTS.tryCode 1; crypto 9',
  parameters: 'D1 1 in 1; objects none; crypto 2',
  'sign in, known device': 'D1 9 in 3; objects ATTEMPTS.begin 1, ATTEMPTS.succeed 1; crypto 7',
  'sign in, new device': 'D1 10 in 3; objects ATTEMPTS.begin 1, ATTEMPTS.succeed 1; crypto 8',
  'sign in, first time under a new pepper':
    'D1 10 in 4; objects ATTEMPTS.begin 1, ATTEMPTS.succeed 1; crypto 8',
  'wrong password': 'D1 2 in 2; objects ATTEMPTS.begin 1; crypto 4',
  refresh: 'D1 2 in 2; objects none; crypto 8',
  'read the account': 'D1 7 in 3; objects VAULTS.usage 1; crypto 1',
  'write the manifest': 'D1 3 in 2; objects none; crypto 1',
  'list sessions': 'D1 2 in 2; objects none; crypto 1',
  'end all other sessions': 'D1 4 in 3; objects VAULTS.endSession 1; crypto 2',
  'change the password': 'D1 10 in 4; objects ATTEMPTS.begin 1, ATTEMPTS.succeed 1; crypto 6',
  'make a new kit': 'D1 6 in 3; objects none; crypto 4',
  'rotate the user key, 2 keys':
    'D1 15 in 4; objects ATTEMPTS.begin 1, ATTEMPTS.succeed 1, VAULTS.tellRenewed 1; crypto 6',
  leave: 'D1 6 in 3; objects none; crypto 3',
  stay: 'D1 6 in 3; objects none; crypto 3',
  'open by kit and code': 'D1 3 in 1; objects ATTEMPTS.tryCode 1; crypto 5',
  recover: 'D1 13 in 3; objects VAULTS.endSession 1; crypto 10',
};
