import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import type { Settings } from '../../settings/settings.ts';
import { KeepingPanel } from '../../share/keeping-panel.tsx';
import { type KeptSharing, useKeptSharing } from '../../share/use-kept-sharing.ts';
import { describeLosses } from '../dialog/export-losses.ts';
import { type ExportProblem, problemOf } from '../export-error.ts';
import { keptScale } from '../export-scale.ts';
import { makeShare, type SharedDiagram, toContent } from './make-share.ts';
import { SharePreview } from './share-preview.tsx';

export interface Diagram {
  readonly scene: Scene;
  /** May be empty. */
  readonly name: string;
}

interface ShareDiagramProps {
  readonly diagram: Diagram;
  readonly settings: Settings;
  /** The draft that the editor was opened with; done with once it is shared. */
  readonly draftId: string | undefined;
  /** Told whenever it changes, since a share under way must not be closed. */
  readonly onState: (state: KeptSharing['sharing']['state']['name']) => void;
  readonly onAnother: () => void;
}

/** The share panel of a diagram, under the picture as its recipients will see it. */
export function ShareDiagram(props: ShareDiagramProps) {
  const { diagram, settings, onState, onAnother } = props;
  const [made, setMade] = useState<SharedDiagram>();
  const [problem, setProblem] = useState<ExportProblem>();
  const [withSource, setWithSource] = useState(false);
  const label = i18n.t('labels.diagram', [diagram.name]).trim();
  const kept = useKeptSharing({ settings, label, draftId: useRef(props.draftId) });
  const stage = kept.sharing.state.name;
  useEffect(() => onState(stage), [stage]);
  useEffect(() => {
    makeShare(diagram.scene, keptScale(diagram.scene)).then(setMade, (error) =>
      setProblem(problemOf(error)),
    );
  }, [diagram]);

  if (problem) {
    return (
      <p class="error" role="alert">
        {i18n.t(`export.problems.${problem}`)}
      </p>
    );
  }
  if (!made) return <progress aria-label={i18n.t('export.making')} />;
  const content = toContent(made, withSource);
  return (
    <>
      {stage === 'idle' && (
        <>
          <SharePreview pictures={made.pictures} />
          {made.pictures.length > 1 && <p>{i18n.t('export.share.split', made.pictures.length)}</p>}
          {describeLosses(diagram.scene, []).map((loss) => (
            <p key={loss} class="small faded">
              {loss}
            </p>
          ))}
          <label class="check share-source">
            <input
              type="checkbox"
              checked={withSource}
              onChange={() => setWithSource(!withSource)}
            />
            <span>
              {i18n.t('export.share.withSource')}
              <span class="small faded share-hint">{i18n.t('export.share.withSourceHint')}</span>
            </span>
          </label>
        </>
      )}
      <KeepingPanel
        kept={kept}
        contentBytes={content.items.reduce((sum, { data }) => sum + data.size, 0)}
        getContent={() => content}
        onAnother={onAnother}
      />
    </>
  );
}
