/** Says so when the browser gives the page no secure context, as on plain http over a local network. */

export function tellIfInsecure(): void {
  const notice = document.getElementById('insecure');
  if (notice) notice.hidden = isSecureContext;
}
