// Input on Android: what CodeMirror needs for Chrome's EditContext is not in the first load (build/later-parts.js), and is fetched there at once.
import { EditorView } from '@codemirror/view';

/** Resolves when editors may be created; undefined where they may be at once, and in builds that have everything. */
export const inputReady: Promise<void> | undefined = (EditorView as { inputReady?: Promise<void> }).inputReady;
