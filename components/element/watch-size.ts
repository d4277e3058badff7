// Reports a changed size in the next frame: changing layout inside the ResizeObserver's callback makes browsers report an error.

/** Uses the window of the first target, because another window's observer is late. Returns a function that stops it. */
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
