import { Component, type ErrorInfo } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

type Props = { start: number };
type State = { count: number };

class Counter extends Component<Props, State> {
  static defaultProps: Partial<Props> = { start: 3 };
  override state: State = { count: this.props.start };
  private readonly step = 2;

  increment = (): void => this.setState(({ count }) => ({ count: count + this.step }));

  componentDidCatch(_error: Error, _info: ErrorInfo): void {}

  override render() {
    const { count } = this.state;
    return (
      <section>
        <output onClick={this.increment}>{count}</output>
        {[...Array(count).keys()].map((n) => (
          <i key={n}>{n}</i>
        ))}
      </section>
    );
  }
}

console.log(renderToStaticMarkup(<Counter start={2} />));
console.log(renderToStaticMarkup(<Counter {...({} as Props)} />));
function Broken(): never {
  throw new RangeError('broken component');
}
renderToStaticMarkup(<Broken />);
