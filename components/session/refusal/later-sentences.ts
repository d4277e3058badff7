/** The session's sentences about addresses and files: like those in session-refusal.ts, but loaded on demand. */
export const LATER_SENTENCES = {
  'room-name': 'The name of a room has 1 to 64 letters, digits, - or _. Change the name of this one.',
  'address-secret':
    'The address of a room server has no name and password in it, which everybody who opens this page could read. Whoever made this page has to write it like this: host="{address}".',
  'address-too-long':
    '“{host}” is more than the address of a room server, which has nothing behind its name. Whoever made this page has to write it like this: host="{address}".',
  'address-unreadable':
    '“{host}” is no address of a room server. Whoever made this page has to write it like this: host="{address}".',

  'files-not-connected': 'This can be done when the room is connected. Try again when it is.',
  'files-held': 'Nothing leaves this page in your private time. Do this again when it is over.',
  'files-cut-off': 'The connection was lost. Look whether it was done, and try again.',
  'file-added-too-large': 'The file was not added: one may have {kib} KiB at most.',
  'file-added-gone': 'The file has been removed again.',
  'file-unknown': 'There is no file called “{name}” here.',
  'file-gone': 'The file has been removed.',
  'file-not-renamed': 'The file was not renamed: you may not edit it.',
  'room-of-one': 'Nobody else can come into this room: it is yours alone. Do this in a room that you share.',
} as const;

export type LaterCode = keyof typeof LATER_SENTENCES;
