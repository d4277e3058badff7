class AppError extends Error {
  override name = 'AppError';
  constructor(message: string, public readonly code: number, options?: ErrorOptions) {
    super(message, options);
    Object.setPrototypeOf(this, new.target.prototype);
  }
}
try {
  throw new AppError('first', 1);
} catch (e) {
  if (e instanceof AppError) console.log(e.code, e.message, e.name, String(e));
}
function fail(): never {
  throw new AppError('second', 2);
}
fail();
