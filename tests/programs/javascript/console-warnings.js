console.group('first');
console.countReset('never counted');
console.timeEnd('never begun');
console.time('t');
console.time('t');
console.timeLog('nobody', 1);
console.error('before the warnings');
console.groupEnd();
console.log(Buffer.alloc(0), [Buffer.from('')]);
