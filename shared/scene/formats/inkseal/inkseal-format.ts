/** The `type` of a native file, which tells it from other JSON. */
export const INKSEAL_TYPE = 'inkseal';

/** Under which a PNG holds the scene that it shows. */
export const PNG_KEYWORD = 'inkseal-scene';

export const INKSEAL_MEDIA_TYPE = 'application/vnd.inkseal+json';
export const INKSEAL_EXTENSION = '.inkseal';
