console.log('top');
return 1;
console.log('never');
