/** Security headers of every page: only our own scripts, styles and frames, and no referrer that could contain a room's address. */
import type { Context, MiddlewareHandler } from 'hono';

const TRUSTED = /^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$)/;

/**
 * `origin` is the configured origin of links, or else the request's.
 * `packages` is the URL of Python packages. Not with Hono's own middleware, whose policy is the same for all requests, and which
 * sends eight more headers that would have to be disabled.
 */
export function securityHeaders(origin: (url: string) => string, packages?: string): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const own = origin(c.req.url);
    // With a configured origin, the request's Host, which anybody may write, is covered by 'self' only.
    const hosts = new URL(c.req.url).origin === own ? own : `'self' ${own}`;
    // 'self' includes web sockets only in the newest browsers.
    const sockets = own.replace(/^http/, 'ws');
    const policy = [
      "default-src 'none'",
      `script-src ${hosts}`,
      `style-src ${hosts}`,
      `img-src ${hosts} data: blob:`,
      `connect-src ${[hosts, sockets, ...(packages ? [new URL(packages, own).origin] : [])].join(' ')}`,
      `frame-src ${hosts}`,
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html htmx',
    ];
    c.header('Content-Security-Policy', policy.join('; '));
    // Not `no-referrer`: a form sent without JavaScript would then have the disallowed origin `null`.
    c.header('Referrer-Policy', 'same-origin');
    c.header('X-Content-Type-Options', 'nosniff');
    // On an insecure origin browsers ignore the header and log a warning.
    if (TRUSTED.test(own)) c.header('Cross-Origin-Opener-Policy', 'same-origin');
    c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-cache');
  };
}

/** The answer also depends on this header of the request. */
export function varyBy(c: Context, header: string): void {
  const named = c.res.headers.get('Vary')?.split(/,\s*/) ?? [];
  if (!named.includes(header)) c.header('Vary', [...named, header].join(', '));
}
