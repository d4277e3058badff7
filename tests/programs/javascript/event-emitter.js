const EventEmitter = require('events');
class Orders extends EventEmitter {
  place(id) {
    this.emit('placed', id, { at: 1 });
    return this;
  }
}
const orders = new Orders();
orders.on('placed', (id, info) => console.log('placed', id, info));
orders.once('placed', function () {
  console.log('first time', this === orders, this.listenerCount('placed'));
});
orders.place(1).place(2);
console.log(orders.eventNames(), orders.emit('nothing'));
orders.on('error', (e) => console.log('error event:', e.message));
orders.emit('error', new Error('bad'));
orders.removeAllListeners('error');
orders.emit('error', new Error('unhandled'));
