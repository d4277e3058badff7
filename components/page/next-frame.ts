// Waits for the next frame, or as long in a tab that paints none: its room may be in a window of its own.

const FRAME_MS = 16;

export function nextFrame(then: () => void): void {
  if (globalThis.document?.hidden) setTimeout(then, FRAME_MS);
  else requestAnimationFrame(then);
}
