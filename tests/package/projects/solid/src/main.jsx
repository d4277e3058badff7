import 'code-room/define';
import { createSignal } from 'solid-js';
import { render } from 'solid-js/web';

function Page() {
  const [status, setStatus] = createSignal('');
  return (
    <main data-status={status()}>
      <code-room
        host="ROOM_HOST"
        room="ROOM_NAME"
        language="javascript"
        prop:code="console.log('ran in ROOM_NAME')"
        on:code-room-status={(event) => setStatus(event.target.status)}
      />
    </main>
  );
}

render(() => <Page />, document.getElementById('root'));
