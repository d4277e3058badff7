// The elements that load after the first frame.
export { CodeRoomActivity } from './code-room-activity.js';
export { CodeRoomAnswer } from './code-room-answer.js';
export { CodeRoomAssistant } from './code-room-assistant.js';
export { CodeRoomBrief } from './code-room-brief.js';
export { CodeRoomChat } from './code-room-chat.js';
export { CodeRoomFiles } from './code-room-files.js';
export { CodeRoomFocus } from './code-room-focus.js';
export { CodeRoomLobby } from './code-room-lobby.js';
export { CodeRoomNotes } from './code-room-notes.js';
export { CodeRoomNotice } from './code-room-notice.js';
export { CodeRoomOutput } from './code-room-output.js';
export { CodeRoomPeople } from './code-room-people.js';
export { CodeRoomScorecard } from './code-room-scorecard.js';
export { CodeRoomSettings } from './code-room-settings.js';
export { CodeRoomSplitter } from './code-room-splitter.js';
export { CodeRoomTests } from './code-room-tests.js';
export { CodeRoomTimer } from './code-room-timer.js';
