process.on('uncaughtException', (error) => console.log(error.code, error.message.split('reason ')[1]));
class Refused { reason = 'no'; }
class Told { toString() { return 'told'; } }
const kinds = [{ a: 1 }, [1, 2], new Refused(), new Told(), Object.create(null), new Map(), new Date(0), /x/, null, undefined, 10n, () => 1, Symbol('s')];
for (const kind of kinds) Promise.reject(kind);
setTimeout(() => {
  process.removeAllListeners('uncaughtException');
  Promise.reject({ a: 1 });
}, 20);
