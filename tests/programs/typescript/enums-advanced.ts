enum Level { Debug, Info = 5, Warn, Error = Warn * 2, Mask = 1 << 4, Len = 'abc'.length }
enum Dir { Up = 'UP', Down = 'DOWN', Both = `${Up}|${Down}` }
const enum Flags { None = 0, Read = 1, Write = 2, All = Read | Write }
declare enum Outside { A }
enum Mixed { No = 0, Yes = 'YES', 'with space' = 3, "0x" = 9 }
namespace Level { export const parse = (s: keyof typeof Level): number => Level[s] as number; export function names() { return Object.keys(Level).filter((k) => isNaN(Number(k))); } }
enum Level { Extra = 100 }
console.log(Level, Level[6], Level.Error, Dir, Flags.All, Flags['Read'], Mixed, Level.parse('Warn'), Level.names());
console.log(Object.values(Level).filter((v) => typeof v === 'number'), Dir.Both, Level.Extra, Level[100]);
type DirKey = keyof typeof Dir;
const opposite: Record<Dir, DirKey> = { [Dir.Up]: 'Down', [Dir.Down]: 'Up', [Dir.Both]: 'Both' };
console.log(opposite, Dir[opposite[Dir.Up]]);
function isDir(x: string): x is Dir { return Object.values<string>(Dir).includes(x); }
const inputs = ['UP', 'sideways'] as const;
for (const i of inputs) console.log(i, isDir(i) ? `dir ${i}` : 'not');
function describe(l: Level): string { switch (l) { case Level.Debug: return 'debug'; case Level.Info: case Level.Warn: return 'info+'; default: return `other ${Level[l] ?? l}`; } }
console.log([0, 5, 6, 12, 77].map(describe));
let perms: Flags = Flags.Read; perms |= Flags.Write; perms &= ~Flags.Read; console.log(perms, (perms & Flags.Write) !== 0, perms === Flags.Write);
export enum Exported { X = Flags.All, Y = X + 1, Z = Math.max(1, 2) }
console.log(Exported, typeof Exported, Exported.Z);
class Box { static Kind = Dir; kind = Dir.Up; readonly level: Level = Level.Info }
console.log(new Box(), Box.Kind.Down);
const computed = { [Level.Info]: 'i', [`${Dir.Up}!`]: 1 }; console.log(computed);
abstract class Status { static readonly Active = new (class Active extends Status {})('A'); static readonly Off = new (class Off extends Status {})('O'); private constructor(readonly code: string) {} toString() { return `${this.constructor.name}:${this.code}`; } }
console.log(`${Status.Active}`, Status.Off, Status.Active instanceof Status);
