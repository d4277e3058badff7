'use client';
import 'code-room/define';
import type {} from 'code-room/react';

// Rendered on the server first, then taken over in the browser.
export function Room({ host, room }: { host: string; room: string }) {
  return (
    <code-room host={host} room={room} language="javascript">
      <pre slot="code">{`console.log('ran in ${room}')`}</pre>
    </code-room>
  );
}
