/** What a step did, for a sentence such as "Move 3 elements": the key of a message and the number in it. */
export interface StepName {
  readonly key: StepKey;
  readonly count: number;
}

export type StepKey =
  | 'add'
  | 'remove'
  | 'move'
  | 'resize'
  | 'rotate'
  | 'flip'
  | 'duplicate'
  | 'paste'
  | 'cut'
  | 'order'
  | 'group'
  | 'ungroup'
  | 'lock'
  | 'unlock'
  | 'style'
  | 'text'
  | 'bind'
  | 'reshape'
  | 'cropImage'
  | 'uncropImage'
  | 'cropScene'
  | 'uncropScene'
  | 'cutOut'
  | 'renumber'
  | 'frame'
  | 'rename'
  | 'align'
  | 'distribute'
  | 'layout'
  | 'redact'
  | 'background'
  | 'grid'
  | 'detach'
  | 'import';
