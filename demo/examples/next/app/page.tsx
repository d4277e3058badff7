import { Room } from './room';

export default function Page() {
  return <Room host="http://127.0.0.1:1999" room="next" />;
}
