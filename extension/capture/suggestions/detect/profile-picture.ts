/** What is known of an image in a page. */
export interface ImageLook {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Whether its corners are round all the way. */
  readonly isRound: boolean;
  readonly address: string;
  /** Its own words and those of what is close around it: text for who can't see it, classes, ids. */
  readonly words: string;
}

const SMALLEST = 16;
const LARGEST = 400;
const SQUARE = 0.85;

const WORDS =
  /(?<![a-z])(avatars?|userpic|gravatar|headshot|(profile|user|author|member|account)[\s_-]?(pic(ture)?|photo|image|img|icon)|(picture|photo) of (the )?(user|author|me))(?![a-z])/i;

const ADDRESSES =
  /(gravatar\.com\/avatar|avatars\d*\.githubusercontent\.com|googleusercontent\.com\/a[-/]|\/(avatars?|profile_(images|pictures)|userpics?)\/|secure_media.*\/avatar)/i;

/** Whether an image is likely somebody's face: called so, or small, square and round. */
export function isProfilePicture({ width, height, isRound, address, words }: ImageLook): boolean {
  const short = Math.min(width, height);
  const long = Math.max(width, height);
  if (short < SMALLEST || long > LARGEST || short / long < SQUARE) return false;
  return (
    isRound || WORDS.test(words.replace(/([a-z])([A-Z])/g, '$1 $2')) || ADDRESSES.test(address)
  );
}
