/** Notes what the overlay may disturb in the page, and returns what puts it back. */
export function rememberPage(): () => void {
  const focused = document.activeElement;
  const selection = getSelection();
  const ranges = selection
    ? Array.from({ length: selection.rangeCount }, (_, i) => selection.getRangeAt(i).cloneRange())
    : [];
  const { scrollX, scrollY } = window;
  return () => {
    const canFocus = focused instanceof HTMLElement || focused instanceof SVGElement;
    if (document.activeElement !== focused && canFocus) {
      focused.focus({ preventScroll: true });
    }
    // A text field keeps its own selection; to set the page's would take it away.
    if (selection && !sameRanges(selection, ranges)) {
      selection.removeAllRanges();
      for (const range of ranges) selection.addRange(range);
    }
    if (window.scrollX !== scrollX || window.scrollY !== scrollY) {
      scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
    }
  };
}

function sameRanges(selection: Selection, ranges: readonly Range[]): boolean {
  if (selection.rangeCount !== ranges.length) return false;
  return ranges.every((range, i) => {
    const now = selection.getRangeAt(i);
    return (
      now.startContainer === range.startContainer &&
      now.startOffset === range.startOffset &&
      now.endContainer === range.endContainer &&
      now.endOffset === range.endOffset
    );
  });
}
