import type { Settings } from '../settings/settings.ts';
import { ExportButton } from './dialog/export-button.tsx';
import { ShareButton } from './sharing/share-button.tsx';
import type { Diagram } from './sharing/share-diagram.tsx';

interface DiagramActionsProps {
  readonly settings: Settings;
  readonly draftId: string | undefined;
  /** Whether what is to be open is not yet. */
  readonly isOpening: boolean;
  readonly getDiagram: () => Diagram;
  /** What is to open without a click. */
  readonly asked: 'export' | 'share' | null;
  readonly onAnswered: () => void;
}

/** What leads out of the editor. */
export function DiagramActions({ asked, onAnswered, ...props }: DiagramActionsProps) {
  return (
    <>
      <ExportButton
        isOpening={props.isOpening}
        getDiagram={props.getDiagram}
        isAsked={asked === 'export'}
        onAnswered={onAnswered}
      />
      <ShareButton {...props} isAsked={asked === 'share'} onAnswered={onAnswered} />
    </>
  );
}
