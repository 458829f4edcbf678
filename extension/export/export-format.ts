import {
  INKSEAL_EXTENSION,
  INKSEAL_MEDIA_TYPE,
} from '../../shared/scene/formats/inkseal/inkseal-format.ts';

interface FormatAbout {
  /** With its dot. */
  readonly extension: string;
  readonly mediaType: string;
}

/** What a diagram can be saved as, in the order that is offered. */
export const EXPORT_FORMATS = {
  png: { extension: '.png', mediaType: 'image/png' },
  svg: { extension: '.svg', mediaType: 'image/svg+xml' },
  pdf: { extension: '.pdf', mediaType: 'application/pdf' },
  inkseal: { extension: INKSEAL_EXTENSION, mediaType: INKSEAL_MEDIA_TYPE },
  excalidraw: { extension: '.excalidraw', mediaType: 'application/vnd.excalidraw+json' },
  mermaid: { extension: '.mmd', mediaType: 'text/vnd.mermaid' },
} as const satisfies Readonly<Record<string, FormatAbout>>;

export type ExportFormat = keyof typeof EXPORT_FORMATS;

export const EXPORT_FORMAT_NAMES = Object.keys(EXPORT_FORMATS) as readonly ExportFormat[];
