/** What the environment says about the site and its API; the same names under every engine. */

export interface SiteSettings {
  /** `CODE_ROOM_URL`: origin of links. Default: the origin of the request. */
  url: string | undefined;
  /** `CODE_ROOM_MAKERS`: the key that making rooms needs. Unset, empty or `anyone`: none. */
  makers: string | undefined;
  /** `CODE_ROOM_PROXY_HEADER`: where a proxy in front names the caller, such as `CF-Connecting-IP`. Default: nowhere. */
  addressHeader: string | undefined;
  /** `CODE_ROOM_ROOMS_PER_MINUTE`: rooms that one address may make. Default: the limit of the API. */
  roomsPerMinute: number | undefined;
}

/** Throws an Error with a sentence when a value makes no sense. */
export function siteSettings(env: Record<string, unknown>): SiteSettings {
  const text = (name: string) => {
    const value = env[name];
    return typeof value === 'string' && value.trim() ? value.trim() : undefined;
  };
  const url = text('CODE_ROOM_URL');
  if (url && !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : ''))
    throw new Error(`CODE_ROOM_URL is "${url}", and must be an address such as https://rooms.example.com.`);
  const rooms = text('CODE_ROOM_ROOMS_PER_MINUTE');
  if (rooms && !(Number(rooms) > 0))
    throw new Error(`CODE_ROOM_ROOMS_PER_MINUTE is "${rooms}", and must be a number above 0.`);
  const makers = text('CODE_ROOM_MAKERS');
  return {
    url,
    makers: makers === 'anyone' ? undefined : makers,
    addressHeader: text('CODE_ROOM_PROXY_HEADER'),
    roomsPerMinute: rooms ? Number(rooms) : undefined,
  };
}
