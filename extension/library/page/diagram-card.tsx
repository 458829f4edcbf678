import { i18n } from '#i18n';
import { formatTime } from '../../../shared/ui/format.ts';
import type { DiagramId, Folder } from '../model/diagram.ts';
import type { Found } from '../model/find-diagrams.ts';
import { folderPath } from '../model/flatten-folders.ts';
import { startDrag } from './drag-diagrams.ts';
import { itemHref } from './read-where.ts';
import { Thumbnail } from './thumbnail.tsx';

interface DiagramCardProps {
  readonly found: Found;
  readonly folders: readonly Folder[];
  readonly isInAccount: boolean;
  readonly isSelected: boolean;
  readonly onToggle: () => void;
  /** What goes along when this card is dragged. */
  readonly dragged: readonly DiagramId[];
}

/** One diagram: what it looks like, its name, and where it stands. */
export function DiagramCard(props: DiagramCardProps) {
  const { found, folders, isInAccount, isSelected, onToggle, dragged } = props;
  const { diagram, line } = found;
  const name = nameOf(diagram);
  const path = folderPath(folders, diagram.folderId);
  return (
    <li
      class={isSelected ? 'diagram selected' : 'diagram'}
      draggable
      onDragStart={(event) => startDrag(event, { diagrams: dragged })}
    >
      <a class="open" draggable={false} href={itemHref(diagram)}>
        {diagram.kind === undefined ? (
          <Thumbnail id={diagram.id} part={diagram.thumbnail} />
        ) : (
          <span class={`thumbnail item-kind ${diagram.kind}`}>
            {i18n.t(`library.kinds.${diagram.kind}`)}
          </span>
        )}
        <bdi class="diagram-name">{name}</bdi>
      </a>
      <div class="diagram-about small faded">
        {diagram.binnedAt === null
          ? i18n.t('library.grid.saved', [timeOf(diagram.savedAt)])
          : i18n.t('library.grid.binned', [timeOf(diagram.binnedAt)])}
        {isInAccount && <span class="diagram-place">{i18n.t('sync.badge')}</span>}
        {path && <bdi class="diagram-folder">{path}</bdi>}
        {diagram.tags.map((tag) => (
          <bdi key={tag} class="diagram-tag">
            {tag}
          </bdi>
        ))}
        {line !== undefined && <q class="diagram-line">{line}</q>}
      </div>
      <label class="diagram-select">
        <input
          type="checkbox"
          checked={isSelected}
          aria-label={i18n.t('library.grid.select', [name])}
          onChange={onToggle}
        />
      </label>
    </li>
  );
}

export function nameOf({ name }: { readonly name: string }): string {
  return name || i18n.t('library.unnamed');
}

/** Day and time of a time in milliseconds, where the person is. */
export function timeOf(time: number): string {
  return formatTime(new Date(time).toISOString());
}
