import type { ReactNode, FC } from 'react';
import { useState, createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

interface ButtonProps {
  label: string;
  kind?: 'primary' | 'plain';
  onPress?: () => void;
  children?: ReactNode;
}
const Button: FC<ButtonProps> = ({ label, kind = 'plain', children }) => <button className={kind}>{label}{children}</button>;

function Select<T extends { id: number }>({ items, render }: { items: T[]; render: (item: T) => ReactNode }) {
  const [chosen] = useState<T | undefined>(items[0]);
  return <ul>{items.map((item) => <li key={item.id} aria-selected={item === chosen}>{render(item)}</li>)}</ul>;
}
enum Level { Low = 1, High }
const generic = <T,>(value: T): T[] => [value];
const identity = <T extends object>(value: T) => value;

console.log(renderToStaticMarkup(<Button label="Save" kind="primary"><i>!</i></Button>));
console.log(renderToStaticMarkup(<Select items={[{ id: 1, name: 'Ann' }, { id: 2, name: 'Bob' }]} render={({ name }) => <b>{name}</b>} />));
console.log(generic(Level.High), identity({ a: 1 } as const), Level[1], renderToStaticMarkup(createElement('p', null, 'plain')));
const [first]: string[] = ['x' as string];
console.log(first satisfies string, (null as unknown as string | null)?.length ?? 'none');
