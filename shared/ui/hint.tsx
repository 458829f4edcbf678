interface HintProps {
  readonly id: string;
  readonly problem?: string | undefined;
  readonly hint: string;
}

/** What a field is for, or in its place what is wrong with it; the field names it in `aria-describedby`. */
export function Hint({ id, problem, hint }: HintProps) {
  return (
    <p id={id} class={problem === undefined ? 'small faded' : 'small error'}>
      {problem ?? hint}
    </p>
  );
}
