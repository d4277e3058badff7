// Tells a page that it has loaded the script in two versions. The tags are those of one of them, and the other changes nothing.
import { laterText } from '../wording/later-text.js';
import { CodeRoomErrorEvent } from './events.js';

const LOADED = Symbol.for('code-room.version');

/** Each copy notes its version with the page's registry; `home` hears of another one. A registry that a page has frozen notes nothing. */
export function noteVersion(registry: object, version: string, home: EventTarget | undefined): void {
  const other: unknown = Reflect.get(registry, LOADED);
  if (other === undefined) Reflect.set(registry, LOADED, version);
  else if (other !== version)
    home?.dispatchEvent(
      new CodeRoomErrorEvent('version', laterText('two-versions', { one: String(other), other: version })),
    );
}
