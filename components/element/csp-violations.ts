// Reports when a page's Content-Security-Policy blocks the connection to the room; browsers otherwise only log it. Heard from the second attempt on, as it is loaded later.
import { laterText } from '../wording/later-text.js';

/** `tell` gets a sentence each time the policy blocks a connection to `host`, an origin. */
export function watchCspViolations(host: string, tell: (sentence: string) => void, signal: AbortSignal): void {
  const sockets = host.replace(/^http/, 'ws');
  const onViolation = ({ disposition, effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
    // A report-only policy blocks nothing.
    if (disposition !== 'enforce' || effectiveDirective !== 'connect-src') return;
    if (![host, sockets].includes(originOf(blockedURI))) return;
    // After the connection's own close event, whose message is less helpful.
    setTimeout(() => signal.aborted || tell(laterText('policy-stops-room', { host, sockets })));
  };
  document.addEventListener('securitypolicyviolation', onViolation, { signal });
}

function originOf(address: string): string {
  try {
    return new URL(address).origin;
  } catch {
    return address; // A keyword such as `eval`.
  }
}
