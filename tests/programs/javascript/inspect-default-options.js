const util = require('util');
util.inspect.defaultOptions.depth = 0; console.log({a:{b:{}}});
util.inspect.defaultOptions = { depth: null, compact: false };
console.log({a:{b:{c:{d:{}}}}}, util.inspect.defaultOptions.breakLength);
try { util.inspect.defaultOptions = 5 } catch (e) { console.log(e.message) }
try { util.inspect.defaultOptions = null } catch (e) { console.log(e.message) }
