/** Makes a room that goes on from a moment of a replay. */
import type { CodeRoomReplay } from '../../components/code-room-replay.js';
import { heard, t } from '../../components/wording/words.js';
import { LANGUAGES } from '../../party/shared/languages.js';

/** As long as a title may be: `TITLE_LENGTH` of party/http/schemas.ts. */
const TITLE_LENGTH = 120;

export interface MadeRoom {
  id: string;
  title: string;
  links: Record<'interviewer' | 'candidate' | 'observer', string>;
}

/** `makerKey`: the server’s, where making rooms needs one; else empty. Resolves with a sentence where that does not work. */
export async function requestRoom(
  title: string,
  shown: CodeRoomReplay['files'],
  makerKey: string,
): Promise<MadeRoom | string> {
  const continued = titleAfter(title);
  // Rooms keep languages that only another page knows; the API does not take them.
  const files = shown.map(({ language, ...file }) => ({
    ...file,
    ...(Object.hasOwn(LANGUAGES, language) && { language }),
  }));
  // What no header can hold is no key.
  const authorization = makerKey && { Authorization: `Bearer ${/^[\x21-\x7e]+$/.test(makerKey) ? makerKey : '-'}` };
  try {
    const answer = await fetch('/api/rooms', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...authorization },
      body: JSON.stringify({ title: continued, files }),
    });
    const made = (await answer.json()) as Omit<MadeRoom, 'title'> | { detail: string };
    return 'detail' in made ? heard(made.detail) : { ...made, title: continued };
  } catch {
    return t('The room was not made. Check the connection and try again.');
  }
}

/** A long title loses its end, not what says that this is another room. */
function titleAfter(title: string): string {
  const characters = [...(title || t('Interview'))];
  const continued = () => t('{title}, continued', { title: characters.join('') });
  // By UTF-16 units, as the API counts; by whole characters, as it takes no halves.
  while (characters.length > 0 && continued().length > TITLE_LENGTH) characters.pop();
  return continued();
}
