type Result<T, E = Error> = { ok: true; value: T } | { ok: false; error: E };
const Ok = <T>(value: T): Result<T, never> => ({ ok: true, value }); const Err = <E>(error: E): Result<never, E> => ({ ok: false, error });
function div(a: number, b: number): Result<number, string> { return b === 0 ? Err('division by zero') : Ok(a / b); }
function map<T, U, E>(r: Result<T, E>, f: (x: T) => U): Result<U, E> { return r.ok ? Ok(f(r.value)) : r; }
console.log(div(1, 2), div(1, 0), map(div(6, 2), (x) => x * 2)); const r = div(4, 2); if (r.ok) console.log(r.value); else console.error(r.error);
