// Tells of a changed size with the next frame: what is changed at once would be a change too many, of which browsers complain to the page.

/** Of the window that the first target is in: that of another is late. Returns what ends it. */
export function watchSize([first, ...others]: Element[], changed: () => void): () => void {
  const view = first?.ownerDocument.defaultView;
  if (!first || !view) return () => undefined;
  let frame = 0;
  const observer = new view.ResizeObserver(() => {
    frame ||= view.requestAnimationFrame(() => {
      frame = 0;
      changed();
    });
  });
  for (const target of [first, ...others]) observer.observe(target);
  return () => {
    observer.disconnect();
    view.cancelAnimationFrame(frame);
  };
}
