// Tells an interpreter that its program may begin: the signal goes from the page directly to the worker, which has the program already.
import type { PageMessage } from './messages.js';

/** The worker's end of a channel. A message arrives on it when `agreed` resolves, if the program is still wanted then. */
export function agreementOn(agreed: Promise<unknown>, wanted: () => boolean): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const begin = () => {
    if (wanted()) port1.postMessage(null);
  };
  agreed.then(begin, () => port1.close());
  return port2;
}

/** The ports that have to be transferred with a message. */
export function portsOf(message: PageMessage): MessagePort[] {
  return message.type === 'run' && message.order.agreed ? [message.order.agreed] : [];
}
