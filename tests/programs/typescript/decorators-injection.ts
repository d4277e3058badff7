// experimentalDecorators
const registry = new Map<string, any[]>();
function Inject(token: string): ParameterDecorator { return (target, _key, index) => { const l = registry.get((target as any).name) ?? []; l[index] = token; registry.set((target as any).name, l); }; }
function Injectable(constructor: Function) { console.log('injectable', constructor.name); }
function Log(target: any, key: string, descriptor: PropertyDescriptor) { const f = descriptor.value; descriptor.value = function (...a: any[]) { console.log('call', key, a); return f.apply(this, a); }; }
function Min(n: number) { return function (target: any, propertyKey: string) { let v: number; Object.defineProperty(target, propertyKey, { get: () => v, set(x: number) { if (x < n) throw new RangeError(`${propertyKey} must be at least ${n}`); v = x; } }); }; }
@Injectable
class Service { @Min(1) count = 5; constructor(@Inject('db') private db: string, @Inject('log') public log: string) {} @Log run(x: number) { return x * 2; } }
const s = new Service('a', 'b'); console.log(s.run(2), registry.get('Service'), s.count);
try { s.count = 0; } catch (e) { console.log((e as Error).message); }
