'use strict';
class Klass { constructor(name) { this.name = name; } }
module.exports = Klass;
