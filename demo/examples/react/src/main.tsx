import 'code-room/define';
import type {} from 'code-room/react';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

function Page() {
  const [status, setStatus] = useState('');
  return (
    <main data-status={status}>
      <code-room
        host="http://127.0.0.1:1999"
        room="react"
        role="region"
        aria-label="Room"
        style={{ blockSize: '24rem' }}
        language="javascript"
        readonly={false}
        code="console.log('ran in react')"
        oncode-room-status={(event) => setStatus(event.status)}
        oncode-room-run={({ state, currentTarget }) => state !== 'running' && currentTarget.focus()}
      />
    </main>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}
