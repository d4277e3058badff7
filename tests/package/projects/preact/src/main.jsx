import 'code-room/define';
import { render } from 'preact';
import { useState } from 'preact/hooks';

function Page() {
  const [status, setStatus] = useState('');
  return (
    <main data-status={status}>
      <code-room
        host="ROOM_HOST"
        room="ROOM_NAME"
        language="javascript"
        code="console.log('ran in ROOM_NAME')"
        oncode-room-status={(event) => setStatus(event.target.status)}
      />
    </main>
  );
}

render(<Page />, document.getElementById('root'));
