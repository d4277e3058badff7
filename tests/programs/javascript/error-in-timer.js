setTimeout(() => {
  console.log('in timer');
  null.x;
}, 1);
setTimeout(() => console.log('never'), 50);
