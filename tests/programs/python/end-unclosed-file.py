f = open('notes.txt', 'w')
f.write('kept without close\n')
print(open('notes.txt').read() == '')
with open('other.txt', 'w') as g:
    print('one', file=g)
    g.writelines(['two\n', 'three\n'])
for number, line in enumerate(open('other.txt'), 1):
    print(number, line.rstrip())
import os
print(os.path.exists('other.txt'), os.path.getsize('other.txt'), os.listdir('.') != [])
os.remove('other.txt')
open('other.txt')
