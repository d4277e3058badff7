/** Makes a room that goes on from a moment of a replay. */
import type { CodeRoomReplay } from '../../components/code-room-replay.js';
import { heard, t } from '../../components/wording/words.js';

export interface MadeRoom {
  id: string;
  links: Record<'interviewer' | 'candidate' | 'observer', string>;
}

/** `key`: the server's, where making rooms needs one; else empty. Resolves with a sentence where that does not work. */
export async function requestRoom(
  title: string,
  shown: CodeRoomReplay['files'],
  key: string,
): Promise<MadeRoom | string> {
  const files = shown.map(({ language, ...file }) => ({ ...file, ...(language && { language }) }));
  // What no header can hold is no key.
  const authorization = key && { Authorization: `Bearer ${/^[\x21-\x7e]+$/.test(key) ? key : '-'}` };
  try {
    const answer = await fetch('/api/rooms', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...authorization },
      body: JSON.stringify({
        title: [...t('{title}, continued', { title: title || t('Interview') })].slice(-120).join(''),
        files,
      }),
    });
    const made = (await answer.json()) as MadeRoom | { detail: string };
    return 'detail' in made ? heard(made.detail) : made;
  } catch {
    return t('The room was not made. Check the connection and try again.');
  }
}
