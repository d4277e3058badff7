// Composition: which keys are for an input method, which writes Chinese, Japanese or Korean with them.

/** The key code of such keys. */
const IN_COMPOSITION = 229;

/** Safari ends a composition before it tells of the Enter or Escape that ended it: by then only the key code says whose it was. */
export function inComposition({ isComposing, keyCode }: KeyboardEvent): boolean {
  return isComposing || keyCode === IN_COMPOSITION;
}
