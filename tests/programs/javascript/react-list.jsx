import { useState, useMemo, createContext, useContext, Fragment } from 'react';
import { renderToString, renderToStaticMarkup } from 'react-dom/server';

const Theme = createContext('light');

function Item({ text, done = false, children }) {
  const theme = useContext(Theme);
  return (
    <li className={done ? `${theme} done` : theme} style={{ marginTop: 4 }}>
      {text} {children}
    </li>
  );
}

function List({ items }) {
  const [filter] = useState('a');
  const shown = useMemo(() => items.filter(({ text }) => text.includes(filter)), [items, filter]);
  return (
    <>
      <h2 aria-label="count">{shown.length} of {items.length}</h2>
      <ul>{shown.map((item) => <Item key={item.text} {...item}><b>!</b></Item>)}</ul>
      {shown.length === 0 && <p>None</p>}
      {null}{false}{0}
    </>
  );
}

const items = [{ text: 'apple' }, { text: 'pear', done: true }, { text: 'fig' }, { text: '<script>&' }];
console.log(renderToStaticMarkup(<List items={items} />));
console.log(renderToString(<Theme.Provider value="dark"><Item text="x" /></Theme.Provider>));
console.log(renderToStaticMarkup(<Fragment><input disabled value="v" readOnly /><label htmlFor="v">L</label></Fragment>));
console.log((<p>text</p>).type, (<Item text="t" />).props);
