// Modules that a page needs once its room has tests, loaded together.
export { testDetails, testForms } from '../styles/test-details.js';
export { testList } from '../styles/tests.js';
export { testOfRun } from './test-of-run.js';
export { TestPanel } from './test-panel.js';
export { testingOf } from './testing.js';
