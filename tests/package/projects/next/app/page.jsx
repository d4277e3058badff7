import { Room } from './room';

export default function Page() {
  return <Room host="ROOM_HOST" room="ROOM_NAME" />;
}
