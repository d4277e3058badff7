// Paths of Windows, on whatever machine.
const { win32, posix } = require('path');

console.log(win32.join('a', '..', 'b', 'c'), win32.join('\\\\server\\share', 'x'), win32.join('/a', '//b'));
console.log(win32.basename('C:\\x\\y.txt'), win32.basename('C:\\x\\y.txt', '.txt'), win32.dirname('C:\\a\\b'), win32.dirname('C:\\'));
console.log(win32.parse('C:\\x\\y.tar.gz'));
console.log(win32.parse('\\\\server\\share\\dir\\.env'));
console.log(win32.resolve('C:\\a', '..\\b'), win32.resolve('C:\\a', 'd:\\b', 'c'), win32.normalize('C:/a/./b//c\\..'));
console.log(win32.isAbsolute('C:\\x'), win32.isAbsolute('C:x'), win32.isAbsolute('a\\b'), win32.isAbsolute('\\x'));
console.log(win32.relative('C:\\a\\b', 'c:\\A\\c'), win32.relative('C:\\a', 'D:\\b'), win32.extname('a.b.c'));
console.log(win32.format({ dir: 'C:\\x', name: 'y', ext: '.z' }), win32.sep, win32.delimiter);
console.log(posix === require('node:path'), require('path/win32') === win32, win32.posix === posix, posix.win32 === win32);
console.log(posix.parse('/home/ann/.bashrc'), posix.format({ root: '/', base: 'x' }), posix.basename('a/.js', '.js'));
