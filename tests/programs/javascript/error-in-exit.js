process.on('exit', (code) => {
  console.log('leaving', code);
  throw new RangeError('thrown in exit');
});
process.on('exit', () => console.log('never'));
console.log('main');
