'use strict';
function f(a, a) {
  return a;
}
