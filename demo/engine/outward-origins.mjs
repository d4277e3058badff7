// Origins that rooms may call, as the settings say: on PartyKit's engine this process passes such requests on, and no others.

/** Webhooks and the keys of embedding teams. @param {Record<string, string>} vars */
export function webhookAndKeyOrigins({ CODE_ROOM_WEBHOOK = '', CODE_ROOM_ISSUERS = '' }) {
  return originsOf([CODE_ROOM_WEBHOOK, ...textsIn(CODE_ROOM_ISSUERS)]);
}

/** Where programs run in other languages, and the AI of rooms. @param {Record<string, string>} vars */
export function serviceOrigins({ CODE_ROOM_RUNNERS = '', CODE_ROOM_AI_URL = '' }) {
  return originsOf([CODE_ROOM_AI_URL, ...textsIn(CODE_ROOM_RUNNERS).flatMap((text) => text.split(/\s+/))]);
}

/** All values of a JSON text that are texts themselves, whatever is escaped in them. @param {string} json */
function textsIn(json) {
  /** @type {string[]} */
  const texts = [];
  try {
    JSON.parse(json, (_, value) => void (typeof value === 'string' && texts.push(value)));
  } catch {
    // The settings are refused with a sentence where they are read.
  }
  return texts;
}

/** @param {string[]} addresses */
function originsOf(addresses) {
  const urls = addresses.flatMap((address) => (URL.canParse(address) ? [new URL(address)] : []));
  return new Set(urls.flatMap(({ protocol, origin }) => (/^https?:$/.test(protocol) ? [origin] : [])));
}
