/** What a scene may hold at most, so that no file makes the editor unusable. */
export const SCENE_LIMITS = {
  elements: 20_000,
  /** Of one line or stroke. */
  points: 20_000,
  /** Of one text, in UTF-16 units. */
  textLength: 50_000,
  /** Of an id, a name or an address, in UTF-16 units. */
  nameLength: 2_000,
  /** How far from the origin anything may lie, and how big anything may be, in scene units. */
  coordinate: 10_000_000,
  groups: 100,
  /** Arrows that end on one shape. */
  bound: 20_000,
  files: 1_000,
  attachments: 100,
  /** Objects in objects, of fields kept for another tool. */
  depth: 32,
} as const;
