import { useEditor } from '../use-editor.ts';

/** What a screen reader says of changes. */
export function LiveRegion() {
  return (
    <p id="announcement" class="unseen" role="status">
      {useEditor(({ announcement }) => announcement)}
    </p>
  );
}
