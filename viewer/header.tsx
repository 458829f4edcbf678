import { SealMark } from '../shared/ui/seal-mark.tsx';

/** The mark and the name, which lead to the composer. */
export function Header() {
  return (
    <header>
      <a class="brand" href="/">
        <SealMark />
        Inkseal
      </a>
    </header>
  );
}
