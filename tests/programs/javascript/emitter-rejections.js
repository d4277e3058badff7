const EventEmitter = require('events');
const wait = () => new Promise((resolve) => setTimeout(resolve, 5));

class Shop extends EventEmitter {
  constructor() { super({ captureRejections: true }); }
}
class Bank extends Shop {
  [EventEmitter.captureRejectionSymbol](error, event, ...values) { console.log('own:', error.message, event, values); }
}
(async () => {
  const shop = new Shop();
  shop.on('error', (error) => console.log('error:', error.message));
  shop.on('sale', async (item) => { if (!item) throw new Error('nothing sold'); await wait(); throw new RangeError(`no ${item}`); });
  console.log(shop.emit('sale'), shop.emit('sale', 'pen'));
  const bank = new Bank();
  bank.once('pay', async () => { throw new Error('poor'); });
  bank.emit('pay', 5, 'euro');
  await wait(); await wait();

  EventEmitter.captureRejections = true;
  const plain = new EventEmitter();
  EventEmitter.captureRejections = false;
  plain.on('error', ({ message }) => console.log('plain:', message));
  plain.on('x', async () => { throw new Error('by default'); });
  plain.emit('x');
  await wait();
  console.log(plain, EventEmitter.captureRejections);
  try { new EventEmitter({ captureRejections: 'yes' }); } catch (error) { console.log(error.code, error.message); }

  process.on('uncaughtException', (error) => console.log('uncaught:', error.message));
  process.on('unhandledRejection', (error) => console.log('unhandled:', error.message));
  const lone = new Shop();
  lone.on('x', async () => { throw new Error('nobody listens'); });
  lone.emit('x');
  await wait();
  const off = new EventEmitter();
  off.on('x', async () => { throw new Error('not captured'); });
  off.emit('x');
  await wait();
  console.log('end');
})();
