// What people read who change or run tests before the room has told which there are.
export const TESTS_MISSING = 'The tests of this room are not here yet. Try again when the room is connected.';
