// Types for JSX: `import 'code-room/react'` makes `<code-room>` known to React 19 and its kin.
import type {} from 'react';
import type { CodeRoom } from './code-room.js';

/** What can be written on the tag. Events are listened to through a ref: React knows only its own. */
export interface CodeRoomAttributes
  extends Partial<Pick<CodeRoom, 'host' | 'room' | 'token' | 'theme' | 'runner' | 'layout' | 'code' | 'getToken'>> {
  name?: string;
  language?: string;
  readonly?: boolean;
  /** ARIA's, for the element as a whole; what the person is in the room is `personRole`. */
  role?: string;
  class?: string;
  className?: string;
  id?: string;
  key?: string | number;
  slot?: string;
  ref?: unknown;
  children?: unknown;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'code-room': CodeRoomAttributes;
    }
  }
}
