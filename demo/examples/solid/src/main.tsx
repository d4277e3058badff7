import 'code-room/define';
import type {} from 'code-room/solid';
import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';

function Page() {
  const [status, setStatus] = createSignal('');
  return (
    <main data-status={status()}>
      <code-room
        host="http://127.0.0.1:1999"
        room="solid"
        language="javascript"
        prop:code="console.log('ran in solid')"
        on:code-room-status={(event) => setStatus(event.status)}
      />
    </main>
  );
}

const root = document.getElementById('root');
if (root) render(() => <Page />, root);
