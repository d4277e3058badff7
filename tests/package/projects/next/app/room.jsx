'use client';
import 'code-room/define';

// Rendered on the server first, then taken over in the browser.
export function Room({ host, room }) {
  return (
    <code-room host={host} room={room} language="javascript">
      <pre slot="code">{`console.log('ran in ${room}')`}</pre>
    </code-room>
  );
}
