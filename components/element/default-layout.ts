// The default layout, for pages that bring none.
import { html, type TemplateResult } from 'lit';

export const defaultLayout: TemplateResult = html`<div part="room" class="room">
  <div part="toolbar" class="bar">
    <code-room-file exportparts="file"></code-room-file>
    <code-room-files exportparts="files, tab, add, menu"></code-room-files>
    <code-room-language exportparts="language"></code-room-language>
    <code-room-run exportparts="run, stop, choice"></code-room-run>
    <slot name="toolbar"></slot>
    <code-room-settings exportparts="settings, help"></code-room-settings>
    <span class="gap"></span>
    <code-room-people exportparts="people, person, name, asked"></code-room-people>
    <code-room-timer exportparts="timer"></code-room-timer>
    <code-room-focus exportparts="focus, player"></code-room-focus>
    <code-room-activity exportparts="activity, entry"></code-room-activity>
    <code-room-assistant exportparts="assistant, question, proposal"></code-room-assistant>
    <code-room-chat exportparts="chat, message"></code-room-chat>
    <code-room-status exportparts="status"></code-room-status>
  </div>
  <code-room-notice exportparts="notice, rules"></code-room-notice>
  <code-room-lobby exportparts="lobby"></code-room-lobby>
  <slot name="brief"><code-room-brief exportparts="brief"></code-room-brief></slot>
  <div class="workspace">
  <div part="main" class="main">
    <code-room-editor exportparts="editor, hint"></code-room-editor>
    <code-room-splitter exportparts="splitter"></code-room-splitter>
    <code-room-output exportparts="summary, output, progress, changed, place, table, image, file, answer, stdin"><code-room-tests exportparts="tests, test"></code-room-tests></code-room-output>
  </div>
  <slot name="side"></slot>
  </div>
</div>`;
