// The parts of the task that are loaded when there is one, or one is written.
export { taskDraft } from '../styles/task-draft.js';
export { codeStyles } from './highlighted-code.js';
export { renderMarkdown } from './render-markdown.js';
export { scrollToNew } from './scroll-to-new.js';
