/** Seconds of a time such as 3:45 or 1:02:03. */
export function secondsOf(time) {
  return 0;
}

/** A time such as 3:45 or 1:02:03. */
export function timeText(seconds) {
  return '';
}
