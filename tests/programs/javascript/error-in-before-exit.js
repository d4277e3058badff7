let times = 0;
process.on('beforeExit', () => {
  times += 1;
  if (times === 1) return void setTimeout(() => console.log('later'), 1);
  throw new Error('thrown in beforeExit');
});
process.on('exit', (code) => console.log('exit', code, times));
