/**
 * What each route of an account's library costs the server, in the words of `ACCOUNT_COSTS`; R2 by the calls of the
 * bucket. worker/tests/library-storage-calls.test.ts holds it to that.
 */
export const LIBRARY_COSTS: Readonly<Record<string, string>> = {
  'push 100 new items':
    'D1 8 in 2; objects VAULTS.reserve 1, VAULTS.settle 1; R2 put 100; crypto 1',
  'push a new version of one':
    'D1 8 in 2; objects VAULTS.reserve 1, VAULTS.settle 1; R2 put 1; crypto 1',
  'push one made from an old version':
    'D1 8 in 2; objects VAULTS.reserve 1, VAULTS.settle 1; R2 delete 1, put 1; crypto 1',
  'read what is used': 'D1 2 in 2; objects VAULTS.usage 1; crypto 1',
  'read what changed': 'D1 3 in 2; objects none; crypto 1',
  'pull 99 items': 'D1 2 in 2; objects none; R2 get 99; crypto 1',
  'list the versions of one': 'D1 2 in 2; objects none; crypto 1',
  'read one version': 'D1 2 in 2; objects none; R2 get 1; crypto 1',
  'list all wrapped keys': 'D1 2 in 2; objects none; crypto 1',
  'bin one': 'D1 5 in 2; objects VAULTS.reserve 1, VAULTS.settle 1; crypto 1',
  'take one out of the bin': 'D1 5 in 2; objects VAULTS.reserve 1, VAULTS.settle 1; crypto 1',
  'delete one': 'D1 5 in 2; objects VAULTS.reserve 1, VAULTS.settle 1; R2 delete 1; crypto 1',
  'begin an upload':
    'D1 2 in 2; objects VAULTS.addUpload 1, VAULTS.reserveUpload 1; R2 createMultipartUpload 1; crypto 1',
  'upload a part':
    'D1 1 in 1; objects VAULTS.beginPart 1, VAULTS.recordPart 1; R2 resumeMultipartUpload 1; crypto 1',
  'complete it':
    'D1 9 in 3; objects VAULTS.planCompletion 1, VAULTS.settle 1; R2 resumeMultipartUpload 1; crypto 1',
  'call one off': 'D1 1 in 1; objects VAULTS.dropUpload 1; R2 resumeMultipartUpload 1; crypto 1',
};
