import { registry } from './registry';
export abstract class Shape {
  abstract area(): number;
  static create(kind: string, n: number): Shape { const make = registry.get(kind); if (!make) throw new Error(`no ${kind}`); return new make(n); }
}
import './circle';
