import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/icon-paths.ts';

interface IconButtonProps {
  readonly icon: IconName;
  /** Its name, also its tooltip. */
  readonly label: string;
  /** Of the key that does the same, shown in the tooltip. */
  readonly keys?: string;
  readonly disabled?: boolean;
  readonly isPressed?: boolean;
  /** Of a button that shows and hides something. */
  readonly isExpanded?: boolean;
  readonly onClick: () => void;
}

/** A button that is only a picture. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, keys, disabled, isPressed, isExpanded, onClick } = props;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      aria-pressed={isPressed}
      aria-expanded={isExpanded}
      title={keys ? `${label} (${keys})` : label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
