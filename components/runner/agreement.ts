// The word that a program may begin, on its way from the page straight to the interpreter that has the program already.
import type { PageMessage } from './messages.js';

/** The end of a channel on which something is said when `agreed` resolves, if the program is still wanted then. */
export function agreementOn(agreed: Promise<unknown>, wanted: () => boolean): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const begin = () => {
    if (wanted()) port1.postMessage(null);
  };
  agreed.then(begin, () => port1.close());
  return port2;
}

/** What has to be handed over with a message. */
export function portsOf(message: PageMessage): MessagePort[] {
  return message.type === 'run' && message.order.agreed ? [message.order.agreed] : [];
}
