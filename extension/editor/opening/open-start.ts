import { readInkseal } from '../../../shared/scene/formats/inkseal/read-inkseal.ts';
import { EMPTY_SCENE, type Scene } from '../../../shared/scene/model/scene.ts';
import type { DraftNotice } from '../../drafts/draft.ts';
import { readDraft } from '../../drafts/store-drafts.ts';
import { isDark } from '../../page/apply-theme.ts';
import { newPaper } from '../paper.ts';
import { openFromLibrary } from '../saving/open-from-library.ts';
import type { PictureSuggestion } from '../suggestions/picture-suggestion.ts';
import type { EditorStart } from './editor-start.ts';
import { openPictureDraft } from './open-picture-draft.ts';

export interface OpenedScene {
  readonly ok: true;
  readonly scene: Scene;
  readonly name: string;
  readonly suggestions?: readonly PictureSuggestion[];
  readonly notice?: DraftNotice;
  /** Of a capture that is too large for one picture: how many there are. */
  readonly tileCount?: number;
  /** What of the original the scene can't hold. */
  readonly losses?: readonly string[];
}

/** What is opened, or why it can't be. */
export type Opened =
  | OpenedScene
  | {
      readonly ok: false;
      readonly code:
        | 'draftGone'
        | 'pictureBroken'
        | 'sceneBroken'
        | 'diagramGone'
        | 'diagramDamaged';
    };

/** What is there before anything is read: for a new diagram all that there will be. */
export function firstScene(start: EditorStart): Scene {
  return 'blank' in start ? { ...EMPTY_SCENE, backgroundColor: newPaper(isDark()) } : EMPTY_SCENE;
}

/** Reads what the tab's address names; nothing where that is a new diagram, which `first` is. */
export async function openStart(start: EditorStart, first: Scene): Promise<Opened> {
  if ('draft' in start) return openDraft(start.draft);
  if ('diagram' in start) return openFromLibrary(start.diagram);
  return { ok: true, scene: first, name: '' };
}

async function openDraft(id: string): Promise<Opened> {
  const draft = await readDraft(id);
  if (draft === undefined || draft.kind === 'written') return { ok: false, code: 'draftGone' };
  const name = draft.title ?? '';
  if (draft.kind === 'picture') {
    const opened = await openPictureDraft(draft).catch(() => null);
    return opened === null ? { ok: false, code: 'pictureBroken' } : { ok: true, name, ...opened };
  }
  const result = await readInkseal(draft.scene);
  if (!result.ok) return { ok: false, code: 'sceneBroken' };
  return { ok: true, name, scene: result.scene, ...(draft.losses && { losses: draft.losses }) };
}
