enum Direction { Up, Down = 5, Left, Right = Up }
enum Status { Active = 'ACTIVE', Off = 'OFF' }
enum A { A = 1 }
enum L { Low = 'low', D = Low }
const enum Bits { None = 0, Read = 1 << 0, Write = 1 << 1, All = Read | Write }
console.log(Direction, Direction[5], Direction.Left, Status.Active, A.A, L.D, Bits.All);
console.log(Object.values(Status), Object.keys(Direction).length);
for (const key in Status) console.log(key);
declare enum Ambient { X }
