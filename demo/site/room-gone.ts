/** Whether a room is no more. Only our server's page about it is believed: whatever stands before it answers 404, too. */
export async function isGone(room: string): Promise<boolean> {
  const address = `/r/${room}`;
  // Most rooms are there, and their page is not needed for that.
  const { status } = await fetch(address, { method: 'HEAD' });
  if (status !== 404) return false;
  const page = await fetch(address);
  return page.status === 404 && (await page.text()).includes(`data-gone-room="${room}"`);
}
