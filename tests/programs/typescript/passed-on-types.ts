import { make, Role, type User } from './people';
import { Registry } from './registry';

const user: User = make('Ada');
const role: Role = 'owner';
console.log(user, role, Object.keys(Registry));
const all: Registry = new Registry();
console.log(all.add(user).size);
