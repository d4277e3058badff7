process.on('uncaughtException', (e) => console.log('handler:', e.message));
process.on('unhandledRejection', (reason) => console.log('rejection:', reason.message));
setTimeout(() => { throw new Error('in timer'); }, 1);
Promise.reject(new Error('rejected'));
setTimeout(() => console.log('still alive'), 20);
