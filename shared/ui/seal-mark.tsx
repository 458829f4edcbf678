/** The mark: a drop of ink on a wax seal. */
export function SealMark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <circle
        cx="16"
        cy="16"
        r="12.5"
        fill="currentColor"
        stroke="currentColor"
        stroke-width="5"
        stroke-linecap="round"
        stroke-dasharray="0 4.909"
      />
      <path fill="#fff" d="M16 7c3 4.2 5.2 7 5.2 10.2a5.2 5.2 0 0 1-10.4 0C10.8 14 13 11.2 16 7z" />
    </svg>
  );
}
