// The people of a replay, with who is typing.
import { html, nothing, type TemplateResult } from 'lit';
import { isRole } from '../../party/shared/roles.js';
import { roleWord } from '../wording/name-text.js';
import { t } from '../wording/words.js';
import type { ReplayPerson } from './marker.js';
import type { Recording } from './recording.js';

/** Somebody counts as typing for so long after an edit. */
const TYPING_MS = 2_000;

/** The person typing in a file at that time; without one, in that which is being written in. */
export function typingAt(
  recording: Recording,
  time: number,
  file = recording.files.lastWritten(time),
): ReplayPerson | undefined {
  const last = file?.history.lastEdit(time);
  return last && time - last.time <= TYPING_MS ? recording.person(last.person) : undefined;
}

export function peopleRow(recording: Recording, time: number): TemplateResult {
  const typing = typingAt(recording, time);
  const alone = recording.stretches.find(({ from, to }) => from <= time && time < to)?.by;
  return html`<ul class="people" aria-label=${t('People')} tabindex="0">
    ${recording.header.people.map(({ id, name, role }) => {
      const words = `${isRole(role) ? roleWord(role) : role}${typing?.id === id ? `, ${t('typing')}` : ''}${alone === id ? `, ${t('thinking in private')}` : ''}`;
      return html`<li class=${typing?.id === id ? 'writes' : nothing} data-person=${id}><i></i>${name} <small>${words}</small></li>`;
    })}
  </ul>`;
}
