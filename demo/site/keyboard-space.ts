/** Fits the room's page into the part of the window above a phone's keyboard, so that code and output stay visible. */
export function leaveKeyboardSpace(): void {
  const view = window.visualViewport;
  view?.addEventListener('resize', () => {
    // When zoomed in, the visible part is smaller for another reason.
    const covered = view.scale < 1.05 && view.height < innerHeight - 1;
    const { style } = document.documentElement;
    if (covered) style.setProperty('--window', `${view.height}px`);
    else style.removeProperty('--window');
  });
}
