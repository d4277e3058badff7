// nothing to do
const x = 1;
