/** The mark: a drop of ink on a seal. */
export function SealMark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <path
        fill="currentColor"
        d="M16 1.5l3.2 2.3 3.9-.5 1.6 3.6 3.6 1.6-.5 3.9 2.7 3.6-2.7 3.2.5 3.9-3.6 1.6-1.6 3.6-3.9-.5L16 30.5l-3.2-2.7-3.9.5-1.6-3.6-3.6-1.6.5-3.9L1.5 16l2.7-3.6-.5-3.9 3.6-1.6 1.6-3.6 3.9.5z"
      />
      <path fill="#fff" d="M16 7c3 4.2 5.2 7 5.2 10.2a5.2 5.2 0 0 1-10.4 0C10.8 14 13 11.2 16 7z" />
    </svg>
  );
}
