/** Security headers of every page: only our own scripts, styles and frames, and no referrer that could carry a room's address. */
import type { MiddlewareHandler } from 'hono';

const TRUSTED = /^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$)/;

/**
 * `origin` is where links lead: what the settings say, and the address asked for only where they say nothing.
 * `packages` is where Python packages are fetched from. Written here rather than with Hono's own middleware, whose policy is the same for all
 * requests and which sends eight more headers, each to be switched off.
 */
export function securityHeaders(origin: (url: string) => string, packages?: string): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const own = origin(c.req.url);
    // Whoever came by a second name of the server has that as 'self': a Host, which anybody may write, names nothing here.
    const hosts = new URL(c.req.url).origin === own ? own : `'self' ${own}`;
    // 'self' covers web sockets in the newest browsers only.
    const sockets = own.replace(/^http/, 'ws');
    const policy = [
      "default-src 'none'",
      `script-src ${hosts}`,
      `style-src ${hosts}`,
      `img-src ${hosts} data: blob:`,
      `connect-src ${[hosts, sockets, ...(packages ? [new URL(packages).origin] : [])].join(' ')}`,
      `frame-src ${hosts}`,
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html htmx',
    ];
    c.header('Content-Security-Policy', policy.join('; '));
    // Not `no-referrer`: a form sent without JavaScript would come from the origin `null` then, which nobody may.
    c.header('Referrer-Policy', 'same-origin');
    c.header('X-Content-Type-Options', 'nosniff');
    // On an origin that browsers do not trust the header does nothing but fill their console.
    if (TRUSTED.test(own)) c.header('Cross-Origin-Opener-Policy', 'same-origin');
    c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-cache');
  };
}
