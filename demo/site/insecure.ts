/** Shows a hint when the page has no secure context, as on plain http in a local network. */

export function tellIfInsecure(): void {
  const notice = document.getElementById('insecure');
  if (notice) notice.hidden = isSecureContext;
}
