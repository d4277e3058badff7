process.on('warning', ({ name, message }) => console.log(name, '|', message));
setTimeout(() => console.log('called'), 1e12);
