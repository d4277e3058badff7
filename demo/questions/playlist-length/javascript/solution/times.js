/** Seconds of a time such as 3:45 or 1:02:03. */
export function secondsOf(time) {
  return time.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0);
}

/** A time such as 3:45 or 1:02:03. */
export function timeText(seconds) {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const parts = hours > 0 ? [hours, minutes, seconds % 60] : [minutes, seconds % 60];
  return parts
    .map((part, index) => (index === 0 ? `${part}` : `${part}`.padStart(2, '0')))
    .join(':');
}
