import 'code-room/define';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

function Page() {
  const [status, setStatus] = useState('');
  return (
    <main data-status={status}>
      <code-room
        host="ROOM_HOST"
        room="ROOM_NAME"
        role="region"
        language="javascript"
        readonly={false}
        code="console.log('ran in ROOM_NAME')"
        oncode-room-status={(event) => setStatus(event.target.status)}
      />
    </main>
  );
}

createRoot(document.getElementById('root')).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
