type Events = { login: { user: string }; logout: undefined };
class Bus<E extends Record<string, unknown>> {
  private readonly handlers: { [K in keyof E]?: Array<(payload: E[K]) => void> } = {};
  on<K extends keyof E>(name: K, fn: (payload: E[K]) => void): () => void {
    (this.handlers[name] ??= []).push(fn);
    return () => { this.handlers[name] = this.handlers[name]?.filter((f) => f !== fn); };
  }
  emit<K extends keyof E>(...[name, payload]: E[K] extends undefined ? [K] : [K, E[K]]): void {
    this.handlers[name]?.forEach((fn) => fn(payload as E[K]));
  }
}
const bus = new Bus<Events>();
const off = bus.on('login', ({ user }) => console.log(`hi ${user}`));
bus.on('logout', () => console.log('bye'));
bus.emit('login', { user: 'Ada' });
off();
bus.emit('login', { user: 'Bob' });
bus.emit('logout');
