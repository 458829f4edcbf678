import { ICON_PATHS, type IconName } from './icon-paths.ts';
import './icon.css';

/** A drawing of 20 by 20 in the colour of the text around; the control that holds it has the words. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      {ICON_PATHS[name].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}
