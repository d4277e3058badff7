// The tags of the parts that may come a moment after the first keystroke; here, so that the first script does not name them all.
import * as later from './deferred-elements.js';

export const deferredElements: Record<string, CustomElementConstructor> = {
  'code-room-activity': later.CodeRoomActivity,
  'code-room-answer': later.CodeRoomAnswer,
  'code-room-assistant': later.CodeRoomAssistant,
  'code-room-brief': later.CodeRoomBrief,
  'code-room-chat': later.CodeRoomChat,
  'code-room-file': later.CodeRoomFile,
  'code-room-files': later.CodeRoomFiles,
  'code-room-focus': later.CodeRoomFocus,
  'code-room-language': later.CodeRoomLanguage,
  'code-room-lobby': later.CodeRoomLobby,
  'code-room-notes': later.CodeRoomNotes,
  'code-room-notice': later.CodeRoomNotice,
  'code-room-output': later.CodeRoomOutput,
  'code-room-people': later.CodeRoomPeople,
  'code-room-scorecard': later.CodeRoomScorecard,
  'code-room-settings': later.CodeRoomSettings,
  'code-room-splitter': later.CodeRoomSplitter,
  'code-room-tests': later.CodeRoomTests,
  'code-room-timer': later.CodeRoomTimer,
};
