import { useReducer, memo, forwardRef, Children, cloneElement, isValidElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

const reducer = (state, action) => {
  switch (action.type) {
    case 'add':
      return [...state, { id: state.length + 1, text: action.text }];
    case 'remove':
      return state.filter(({ id }) => id !== action.id);
    default:
      throw new Error(`Unknown action ${action.type}`);
  }
};
let state = [];
for (const action of [{ type: 'add', text: 'one' }, { type: 'add', text: 'two' }, { type: 'remove', id: 1 }]) state = reducer(state, action);
console.log(state);

const Field = forwardRef((props, ref) => <input ref={ref} {...props} />);
const Row = memo(({ children }) => <tr>{Children.map(children, (child) => <td>{child}</td>)}</tr>);
function Counter({ start }) {
  const [count] = useReducer((n, by) => n + by, start, (n) => n * 2);
  return <span data-count={count}>{`Count: ${count}`}</span>;
}
console.log(renderToStaticMarkup(<table><tbody><Row>{1}{'two'}<i>3</i></Row></tbody></table>));
console.log(renderToStaticMarkup(<Counter start={4} />), renderToStaticMarkup(<Field type="text" defaultValue="a" />));
console.log(isValidElement(cloneElement(<b />, { title: 't' })), renderToStaticMarkup(cloneElement(<b />, { title: 't' }, 'x')));
try {
  reducer([], { type: 'nope' });
} catch (error) {
  console.log(error.message);
}
