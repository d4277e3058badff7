// Entry of the opaque frame, which has no origin and no network, only workers. Waits for its two ports, then carries out orders.
import { SANDBOX_CONNECT } from '../messages.js';
import { FileClient } from './file-client.js';
import { Supervisor } from './supervisor.js';

window.addEventListener('message', function connect(event: MessageEvent) {
  const [page, files] = event.ports;
  if (event.source !== window.parent || event.data?.type !== SANDBOX_CONNECT || !page || !files) return;
  window.removeEventListener('message', connect);
  const supervisor = new Supervisor(new FileClient(files), (message) => page.postMessage(message));
  page.onmessage = ({ data }) => supervisor.receive(data);
});
