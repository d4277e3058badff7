// JSX types: `import 'code-room/react'` declares `<code-room>` for React 19 and similar.
import type {} from 'react';
import type { CodeRoom } from './code-room.js';

/** The attributes. Events need a ref: React only knows its own. */
export interface CodeRoomAttributes
  extends Partial<Pick<CodeRoom, 'host' | 'room' | 'token' | 'theme' | 'runner' | 'layout' | 'code' | 'getToken'>> {
  name?: string;
  language?: string;
  readonly?: boolean;
  /** The ARIA role of the element; the person's role in the room is `personRole`. */
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
