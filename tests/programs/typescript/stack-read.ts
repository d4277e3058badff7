interface Failure { reason: string }

enum Level { Low, High }
class TypedError<T extends Failure> extends Error {
  override name = 'TypedError';
  constructor(readonly failure: T, public level: Level = Level.High) { super(failure.reason); }
}
type Maker = () => never;

const fail: Maker = () => {
  throw new TypedError({ reason: 'typed' });
};
try { fail(); } catch (error) {
  if (error instanceof TypedError) console.log(error.stack?.split('\n')[0], /main\.ts:11/.test(error.stack ?? ''), Level[error.level]);
}
const plain = new Error('plain');
console.log((plain.stack ?? '').split('\n')[0], plain.stack?.includes('main.ts:16:'));
const shown: unknown = (() => { try { (undefined as unknown as Failure).reason; return 0; } catch (error) { return error; } })();
console.error((shown as Error).stack);
