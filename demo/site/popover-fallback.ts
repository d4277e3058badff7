/** Fallback for popovers in browsers of 2023, where they would always be shown and their buttons would do nothing. */
export function mendPopovers(): void {
  if ('popover' in HTMLElement.prototype) return;
  for (const box of document.querySelectorAll<HTMLElement>('[popover]')) box.hidden = true;
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[popovertarget]') : null;
    const box = document.getElementById(button?.getAttribute('popovertarget') ?? '');
    if (box) box.hidden = button?.getAttribute('popovertargetaction') === 'hide' || !box.hidden;
  });
}
