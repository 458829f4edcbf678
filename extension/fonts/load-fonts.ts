import { FONT_FACES, FONT_FAMILIES, readFont } from './font-faces.ts';

let loading: Promise<void> | undefined;

/** Makes the fonts of diagrams usable in this page; before that, texts are measured and drawn in others. */
export function loadFonts(): Promise<void> {
  loading ??= Promise.all(
    FONT_FAMILIES.map(async (family) => {
      // From bytes: the pages' policy lets no address load a font.
      const face = new FontFace(FONT_FACES[family].name, await readFont(family));
      document.fonts.add(await face.load());
    }),
  ).then(() => {});
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}
