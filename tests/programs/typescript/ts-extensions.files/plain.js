export const version = '2';
export default { plain: true };
