import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import { ExportDialog } from './export-dialog.tsx';

interface ExportButtonProps {
  /** Whether there is nothing to export yet. */
  readonly isOpening: boolean;
  /** What is open, asked for at the click. */
  readonly getDiagram: () => { readonly scene: Scene; readonly name: string };
  /** Whether it is to open without a click, … */
  readonly isAsked: boolean;
  /** … and is told once it did. */
  readonly onAnswered: () => void;
}

/** Opens the export of what is open in the editor. */
export function ExportButton({ isOpening, getDiagram, isAsked, onAnswered }: ExportButtonProps) {
  const [exported, setExported] = useState<ReturnType<typeof getDiagram>>();
  const open = () => setExported(getDiagram());
  useEffect(() => {
    if (!isAsked || isOpening) return;
    open();
    onAnswered();
  }, [isAsked, isOpening]);
  return (
    <>
      <button type="button" class="export-button" disabled={isOpening} onClick={open}>
        {i18n.t('export.title')}
      </button>
      {exported && (
        <ExportDialog
          scene={exported.scene}
          name={exported.name}
          onClose={() => setExported(undefined)}
        />
      )}
    </>
  );
}
