import 'code-room/define';
import type {} from 'code-room/preact';
import { render } from 'preact';
import { useState } from 'preact/hooks';

function Page() {
  const [status, setStatus] = useState('');
  return (
    <main data-status={status}>
      <code-room
        host="http://127.0.0.1:1999"
        room="preact"
        language="javascript"
        code="console.log('ran in preact')"
        oncode-room-status={(event) => setStatus(event.status)}
      />
    </main>
  );
}

const root = document.getElementById('root');
if (root) render(<Page />, root);
