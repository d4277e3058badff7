enum Direction { Up, Down, Left, Right } enum Level { Info = 'INFO', Warn = 'WARN' } enum Big { A = 5, B, C = -2, D }
const move = (d: Direction) => Direction[d]; console.log(move(Direction.Left), Direction, Level, Big, Object.values(Level)); type L = `${Level}`; const l: L = 'INFO'; console.log(l === Level.Info); for (const k in Direction) console.log(k);
export enum Exported { X } console.log(Exported.X);
