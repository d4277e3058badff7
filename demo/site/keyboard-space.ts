/** The page of a room is as high as what a phone's keyboard leaves of the window, so that code and output stay in sight. */
export function leaveKeyboardSpace(): void {
  const view = window.visualViewport;
  view?.addEventListener('resize', () => {
    // Whoever has zoomed in looks at a part of the page, not at a smaller window.
    const covered = view.scale < 1.05 && view.height < innerHeight - 1;
    const { style } = document.documentElement;
    if (covered) style.setProperty('--window', `${view.height}px`);
    else style.removeProperty('--window');
  });
}
