export { User, make /* makes one */, Role as Role } from './user';
