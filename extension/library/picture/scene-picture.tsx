import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import { renderScene } from '../../../shared/scene/render/render-scene.ts';
import { toVNode } from '../../editor/canvas/svg-vnode.ts';

interface ScenePictureProps {
  readonly scene: Scene;
  /** What it shows, for who can't see it. */
  readonly label: string;
}

/** A scene to look at, as large as there is room. */
export function ScenePicture({ scene, label }: ScenePictureProps) {
  const hrefs = useFileHrefs(scene);
  const drawing = useMemo(
    () => hrefs && toVNode(renderScene(scene, { hrefOf: (fileId) => hrefs.get(fileId) ?? '' })),
    [scene, hrefs],
  );
  return (
    <div class="scene-picture" role="img" aria-label={label}>
      {drawing}
    </div>
  );
}

function useFileHrefs(scene: Scene): ReadonlyMap<string, string> | undefined {
  const [hrefs, setHrefs] = useState<ReadonlyMap<string, string>>();
  useEffect(() => {
    const made = new Map(
      Object.entries(scene.files).map(([fileId, { bytes, mimeType }]) => [
        fileId,
        URL.createObjectURL(new Blob([bytes], { type: mimeType })),
      ]),
    );
    setHrefs(made);
    return () => {
      for (const url of made.values()) URL.revokeObjectURL(url);
    };
  }, [scene]);
  return hrefs;
}
