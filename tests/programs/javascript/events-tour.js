const EventEmitter = require('node:events');
const { once, on, errorMonitor } = EventEmitter;
class Shop extends EventEmitter {}
const shop = new Shop();
const log = (...values) => console.log('heard', ...values);
shop.on('sale', log).once('sale', (x) => console.log('once', x)).prependListener('sale', () => console.log('first'));
console.log(shop.emit('sale', 'pear', 2), shop.emit('sale', 'fig'), shop.emit('nothing'));
console.log(shop.listenerCount('sale'), shop.eventNames(), shop.listeners('sale').length, EventEmitter.listenerCount(shop, 'sale'), EventEmitter.defaultMaxListeners, shop.getMaxListeners(), shop.rawListeners('sale').length);
shop.off('sale', log).removeAllListeners('sale');
console.log(shop.listenerCount('sale'));
shop.on('newListener', (name) => console.log('new', name));
shop.on('removeListener', (name) => console.log('removed', name));
shop.on('x', log);
shop.removeListener('x', log);
try {
  shop.emit('error', new Error('unheard'));
} catch (error) {
  console.log(error.message);
}
try {
  shop.emit('error', { code: 5 });
} catch (error) {
  console.log(error.name, error.code, error.message, error.context);
}
shop.on(errorMonitor, (error) => console.log('monitor', error.message));
shop.on('error', (error) => console.log('handled', error.message));
shop.emit('error', new Error('heard'));
(async () => {
  setTimeout(() => shop.emit('ready', 1, 2), 1);
  console.log(await once(shop, 'ready'));
  setTimeout(() => { for (let n = 0; n < 3; n++) shop.emit('tick', n); }, 1);
  for await (const [n] of on(shop, 'tick')) {
    console.log('tick', n);
    if (n === 2) break;
  }
  const target = new EventTarget();
  setTimeout(() => target.dispatchEvent(new Event('go')), 1);
  console.log((await once(target, 'go'))[0].type);
})();
try {
  shop.on('bad', 'not a function');
} catch (error) {
  console.log(error.name, error.code, error.message);
}
console.log(EventEmitter === EventEmitter.EventEmitter, typeof EventEmitter.once, shop.on('q', log) === shop);
console.log(new EventEmitter(), Object.keys(new EventEmitter()));
process.on('warning', (warning) => console.log(warning instanceof Error, warning.name, warning.message, warning.emitter === many));
const many = new EventEmitter();
for (let n = 0; n < 12; n++) many.on('full', () => {});
process.emitWarning('old', 'DeprecationWarning', 'DEP1');
console.log('warned later', many.listenerCount('full'));
