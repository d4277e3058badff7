// The public names a page needs at once; importing them registers nothing.

export { VERSION as version } from '../party/shared/version.js';
export { CodeRoom } from './code-room.js';
export { CodeRoomEditor } from './code-room-editor.js';
export { CodeRoomFile } from './code-room-file.js';
export { CodeRoomLanguage } from './code-room-language.js';
export { CodeRoomPeople } from './code-room-people.js';
export { CodeRoomRun } from './code-room-run.js';
export { CodeRoomStatus } from './code-room-status.js';
export { defineReplay } from './elements.js';
export * from './events.js';
export {
  type LanguageDefinition,
  type RemoteEnd,
  type RemoteLanguage,
  type RemoteRequest,
  type RemoteSink,
  registerLanguage,
  runnableLanguages,
  type SandboxLanguage,
} from './runner/languages.js';
export { type Judge0Options, judge0, type PistonOptions, piston } from './runner/remote/services.js';
export type { RunOutcome } from './runs.js';
export type { Status } from './session/options.js';
export type { Person } from './session/people.js';
