/** What a file may ask of the computer that opens it. All are checked before the work that they bound. */
export const READ_LIMITS = {
  /** Of the file itself, and of all pictures in it. */
  fileBytes: 64 * 2 ** 20,
  /** Of a text that is parsed as a whole: XML, Mermaid. */
  textBytes: 16 * 2 ** 20,
  /** Of what compressed text becomes. */
  inflatedBytes: 32 * 2 ** 20,
  /** Objects in objects, or tags in tags. */
  depth: 100,
  /** Of the scene. */
  elements: 20_000,
  /** Objects, lists, numbers and texts of a JSON file; tags and attributes of an XML file. */
  values: 4_000_000,
  /** Of one picture, as its header says. */
  picturePixels: 100_000_000,
  /** Of one side of a picture. */
  pictureSidePx: 65_535,
  /** Distance from the origin, and size, in scene units. */
  coordinate: 10_000_000,
  mermaidChars: 50_000,
} as const;
