class ValidationError extends Error {
  constructor(field, message) {
    super(message);
    this.name = 'ValidationError';
    this.field = field;
  }
}
function validate(user) {
  if (!user.email.includes('@')) throw new ValidationError('email', `bad email ${user.email}`);
  return user;
}
try {
  validate({ email: 'x' });
} catch (error) {
  if (error instanceof ValidationError) console.log(error.field, error.message);
  else throw error;
} finally {
  console.log('checked');
}
validate({ email: 'y' });
