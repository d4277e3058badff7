// Makes the keyframes of a recording while nobody waits, so that the first jump to any moment is quick.
import { idle } from '../page/idle.js';
import type { Recording } from './recording.js';

/** Work in one go. */
const SLICE_MS = 8;

export async function prepareKeyframes(recording: Recording, signal: AbortSignal): Promise<void> {
  for (let more = true; more; ) {
    await idle();
    const began = performance.now();
    while (more && performance.now() - began < SLICE_MS) more = !signal.aborted && recording.prepare();
  }
}
