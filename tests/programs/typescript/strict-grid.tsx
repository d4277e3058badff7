import { useState, useMemo, useReducer, createContext, useContext, memo, Fragment, type ReactNode, type FC } from 'react';
type Cell = 'X' | 'O' | null; const lines = [[0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6]] as const;
const winner = (b: readonly Cell[]): Cell => lines.map(([a, c, d]) => (b[a] && b[a] === b[c] && b[a] === b[d] ? b[a] : null)).find(Boolean) ?? null;
const Theme = createContext<{ dark: boolean }>({ dark: false });
interface Props<T> { items: readonly T[]; render(item: T, i: number): ReactNode; empty?: ReactNode }
function List<T>({ items, render, empty = <em>nothing</em> }: Props<T>) { return items.length ? <ul>{items.map((x, i) => <li key={i}>{render(x, i)}</li>)}</ul> : <>{empty}</>; }
const Square: FC<{ value: Cell; onClick?: () => void }> = memo(({ value, onClick }) => { const { dark } = useContext(Theme); return <button className={dark ? 'dark' : undefined} onClick={onClick} disabled={value !== null}>{value ?? '\u00b7'}</button>; });
function Board() { const [board] = useState<Cell[]>(() => ['X', 'O', 'X', null, 'X', 'O', null, null, 'X']); const w = useMemo(() => winner(board), [board]); const [n] = useReducer((x: number) => x + 1, 41); return <section aria-label="board" data-n={n} style={{ color: 'red', marginTop: 4 }}>{[0, 1, 2].map((r) => <Fragment key={r}>{board.slice(r * 3, r * 3 + 3).map((v, i) => <Square key={i} value={v} />)}{r < 2 && <br />}</Fragment>)}<p>{w ? `${w} wins` : 'draw'} &amp; {'<escaped>'}{0}{false}{null}</p></section>; }
export default function App() { return <Theme.Provider value={{ dark: true }}><h1>Tic {1 + 1}</h1><Board /><List<number> items={[1, 2]} render={(x: number) => <b>{x * 2}</b>} /><List items={[]} render={() => null} /><input defaultValue="v" checked readOnly type="checkbox" /><label htmlFor="x">l</label></Theme.Provider>; }
console.log(winner(['O', 'O', 'O', null, null, null, null, null, null]), (<div id="a">x</div>).props.id, typeof App);
