import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Scene } from '../../shared/scene/model/scene.ts';
import { readHidden } from '../../shared/scene/redaction/hidden.ts';
import { listenForChanges } from './announce-change.ts';
import { Autosaver, type AutosaveState } from './autosave/autosaver.ts';
import { saveDiagram } from './library.ts';
import type { DiagramId } from './model/diagram.ts';

export interface AutosaveOptions {
  readonly diagramId: DiagramId;
  /** As it is edited, not burned. */
  readonly scene: Scene;
  readonly name: string;
  /** What is in the library, or worth nothing: another scene or name is saved. Left out, all is. */
  readonly kept?: { readonly scene: Scene; readonly name: string };
  /** Takes away what no saved scene may hold. */
  readonly burn: (scene: Scene) => Promise<Scene>;
  /** A small picture of a burned scene; none where nothing is in it. */
  readonly drawThumbnail: (burned: Scene) => Promise<Blob | undefined>;
  /** Called with the scene, as it is edited, that is now kept, and the names of versions that show what it hides. */
  readonly onSaved?: (scene: Scene, showing: readonly string[]) => void;
}

export interface Autosave {
  readonly state: AutosaveState;
  /** Another tab saved this diagram too; both states are among its versions. */
  readonly isElsewhere: boolean;
  /** Settles when all is saved, or saving failed. */
  readonly saveNow: () => Promise<void>;
  /** Saves, and keeps this version for good under `name`. */
  readonly nameVersion: (name: string) => Promise<void>;
}

interface Work {
  readonly scene: Scene;
  readonly name: string;
}

/** Without a change for so long, the library gets another small picture; the first comes at once. */
const THUMBNAIL_PAUSE_MS = 3000;

/** Keeps what is edited in the library, within 5 seconds of any change. To be mounted once the diagram is open. */
export function useAutosave(options: AutosaveOptions): Autosave {
  const { diagramId, scene, name } = options;
  const [state, setState] = useState<AutosaveState>({ name: 'untouched' });
  const [isElsewhere, setElsewhere] = useState(false);
  const latest = useRef(options);
  const kept = useRef<(Work & { readonly burned?: Scene }) | undefined>(options.kept);
  const isPictured = useRef(false);
  const ownVersion = useRef(0);

  const save = useCallback(async (work: Work, versionName?: string) => {
    const { diagramId, burn, onSaved } = latest.current;
    const known = kept.current?.scene === work.scene ? kept.current.burned : undefined;
    const burned = known ?? (await burn(work.scene));
    const saved = await saveDiagram(diagramId, burned, {
      name: work.name,
      hidden: readHidden(work.scene),
      ...(versionName === undefined ? {} : { versionName }),
    });
    ownVersion.current = saved.version;
    kept.current = { ...work, burned };
    onSaved?.(work.scene, saved.showing);
  }, []);
  const [saver] = useState(() => new Autosaver<Work>({ save, onState: setState }));

  const saveThumbnail = useCallback(async () => {
    if (!kept.current?.burned) return;
    const { scene, name, burned } = kept.current;
    const { diagramId, drawThumbnail } = latest.current;
    const thumbnail = await drawThumbnail(burned);
    const isStillNewest = kept.current.scene === scene && saver.isSaved;
    if (!thumbnail || !isStillNewest) return;
    await saveDiagram(diagramId, burned, { name, thumbnail });
    isPictured.current = true;
  }, [saver]);

  useLayoutEffect(() => {
    latest.current = options;
  });
  useLayoutEffect(() => {
    if (scene === kept.current?.scene && name === kept.current.name) return;
    saver.change({ scene, name });
  }, [saver, scene, name]);
  useEffect(() => {
    if (state.name !== 'saved') return;
    // It is not worth a word to anybody: the next change brings another one.
    const pauseMs = isPictured.current ? THUMBNAIL_PAUSE_MS : 0;
    const timer = setTimeout(() => void saveThumbnail().catch(() => {}), pauseMs);
    return () => clearTimeout(timer);
  }, [state, saveThumbnail]);
  useEffect(() => {
    const onHidden = () => void saver.saveNow();
    document.addEventListener('visibilitychange', onHidden);
    addEventListener('pagehide', onHidden);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      removeEventListener('pagehide', onHidden);
      saver.stop();
    };
  }, [saver]);
  useEffect(
    () =>
      listenForChanges((change) => {
        if (change.id === diagramId && (change.version ?? 0) > ownVersion.current)
          setElsewhere(true);
      }),
    [diagramId],
  );

  const nameVersion = useCallback(
    async (versionName: string) => {
      await saver.saveNow();
      const { scene, name } = latest.current;
      await save({ scene, name }, versionName);
      await saveThumbnail();
    },
    [saver, save, saveThumbnail],
  );
  return { state, isElsewhere, saveNow: () => saver.saveNow(), nameVersion };
}
