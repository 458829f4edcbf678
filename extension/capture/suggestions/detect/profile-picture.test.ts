import { expect, test } from 'vitest';
import { type ImageLook, isProfilePicture } from './profile-picture.ts';

const plain: ImageLook = { width: 48, height: 48, isRound: false, address: '/a.png', words: '' };

test.each<[string, Partial<ImageLook>]>([
  ['round', { isRound: true }],
  ['called avatar', { words: 'c-avatar__img' }],
  ['userAvatar in camel case', { words: 'userAvatar' }],
  ['a profile picture', { words: 'Profile picture of Ana' }],
  ['an author’s photo', { words: 'author-photo' }],
  [
    'from gravatar',
    { address: 'https://www.gravatar.com/avatar/0bc83cb571cd1c50ba6f3e8a78ef1346' },
  ],
  ['from GitHub', { address: 'https://avatars.githubusercontent.com/u/1?v=4' }],
  ['in a folder of them', { address: 'https://example.com/media/avatars/7.webp' }],
])('%s', (_name, look) => {
  expect(isProfilePicture({ ...plain, ...look })).toBe(true);
});

test.each<[string, Partial<ImageLook>]>([
  ['an icon', {}],
  ['a banner', { isRound: true, width: 320, height: 60 }],
  ['a dot', { isRound: true, width: 8, height: 8 }],
  ['a picture of half a page', { isRound: true, width: 800, height: 800 }],
  ['a word that only begins so', { words: 'avatarless profileimagery' }],
])('not: %s', (_name, look) => {
  expect(isProfilePicture({ ...plain, ...look })).toBe(false);
});
