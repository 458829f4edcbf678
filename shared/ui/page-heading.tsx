import { useEffect, useRef } from 'preact/hooks';

/**
 * The one h1 of a state. When the control that had the focus went away with the state before, the focus comes
 * here, so that keyboards go on from the top and screen readers say where they are.
 */
export function PageHeading({ title }: { readonly title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body) heading.current?.focus();
  }, [title]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {title}
    </h1>
  );
}
