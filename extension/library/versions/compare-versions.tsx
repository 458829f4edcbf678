import { useEffect, useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { describeElement } from '../../../shared/scene/describe/describe-element.ts';
import type { SceneElement } from '../../../shared/scene/model/element.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import { openVersion } from '../library.ts';
import type { Diagram } from '../model/diagram.ts';
import { ScenePicture } from '../picture/scene-picture.tsx';
import { compareScenes } from './compare-scenes.ts';
import { ItemPane, SecretDifference } from './item-pane.tsx';
import { titleOf } from './version-words.ts';

interface CompareVersionsProps {
  readonly diagram: Diagram;
  readonly left: number;
  readonly right: number;
  readonly onLeft: (version: number) => void;
  readonly onRight: (version: number) => void;
}

type Opened = Scene | 'damaged' | undefined;

/** Two versions side by side, and what makes the right one of the left one. */
export function CompareVersions(props: CompareVersionsProps) {
  const { diagram, left, right, onLeft, onRight } = props;
  const before = useVersion(diagram, left);
  const after = useVersion(diagram, right);
  return (
    <div class="stack">
      <div class="compare">
        <Pane
          label={i18n.t('library.versions.left')}
          diagram={diagram}
          version={left}
          scene={before}
          onVersion={onLeft}
        />
        <Pane
          label={i18n.t('library.versions.right')}
          diagram={diagram}
          version={right}
          scene={after}
          onVersion={onRight}
        />
      </div>
      {isScene(before) &&
        isScene(after) &&
        (diagram.kind === 'secret' ? (
          <SecretDifference before={before} after={after} />
        ) : (
          <Difference before={before} after={after} />
        ))}
    </div>
  );
}

interface PaneProps {
  readonly label: string;
  readonly diagram: Diagram;
  readonly version: number;
  readonly scene: Opened;
  readonly onVersion: (version: number) => void;
}

function Pane({ label, diagram, version, scene, onVersion }: PaneProps) {
  const id = useId();
  const shown = diagram.versions.find((it) => it.version === version);
  return (
    <div class="pane">
      <div class="field">
        <label for={id}>{label}</label>
        <select
          id={id}
          value={version}
          onChange={({ currentTarget }) => onVersion(Number(currentTarget.value))}
        >
          {diagram.versions.map((it) => (
            <option key={it.version} value={it.version}>
              {titleOf(it)}
            </option>
          ))}
        </select>
      </div>
      {scene === 'damaged' && <p class="notice">{i18n.t('library.versions.damaged')}</p>}
      {isScene(scene) && diagram.kind && <ItemPane kind={diagram.kind} scene={scene} />}
      {isScene(scene) && !diagram.kind && (
        <ScenePicture
          scene={scene}
          label={i18n.t('library.versions.picture', [shown ? titleOf(shown) : ''])}
        />
      )}
      {scene === undefined && !diagram.kind && <div class="scene-picture" />}
    </div>
  );
}

const LISTED = 12;

function Difference({ before, after }: { readonly before: Scene; readonly after: Scene }) {
  const { added, removed, changed } = compareScenes(before, after);
  const name = (elements: readonly SceneElement[], scene: Scene) => {
    const names = elements.slice(0, LISTED).map((element) => describeElement(element, scene));
    return elements.length > LISTED ? [...names, '…'].join(', ') : names.join(', ');
  };
  const rows = [
    { label: i18n.t('library.versions.added', added.length), names: name(added, after) },
    { label: i18n.t('library.versions.removed', removed.length), names: name(removed, before) },
    { label: i18n.t('library.versions.changed', changed.length), names: name(changed, after) },
  ].filter(({ names }) => names !== '');
  if (rows.length === 0) return <p class="faded">{i18n.t('library.versions.same')}</p>;
  return (
    <dl class="difference">
      {rows.map(({ label, names }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd dir="auto">{names}</dd>
        </div>
      ))}
    </dl>
  );
}

function useVersion({ id }: Diagram, version: number): Opened {
  const [opened, setOpened] = useState<{ readonly version: number; readonly scene: Opened }>();
  useEffect(() => {
    let isWanted = true;
    const show = (scene: Opened) => isWanted && setOpened({ version, scene });
    openVersion(id, version).then(show, () => show('damaged'));
    return () => {
      isWanted = false;
    };
  }, [id, version]);
  return opened?.version === version ? opened.scene : undefined;
}

function isScene(opened: Opened): opened is Scene {
  return typeof opened === 'object';
}
