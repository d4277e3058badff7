// Says which line a page's Content-Security-Policy lacks when it keeps the room out: without it, browsers tell their console alone.
import { refusalText } from '../wording/refusal-text.js';

/** `tell` gets a sentence each time the policy stops a connection to `host`, an origin. */
export function watchCspViolations(host: string, tell: (sentence: string) => void, signal: AbortSignal): void {
  const sockets = host.replace(/^http/, 'ws');
  const heard = ({ disposition, effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
    // A policy that only reports stops nothing.
    if (disposition !== 'enforce' || effectiveDirective !== 'connect-src') return;
    if (![host, sockets].includes(originOf(blockedURI))) return;
    // After the connection's own end, which is news of less worth.
    setTimeout(() => signal.aborted || tell(refusalText('policy-stops-room', { host, sockets })));
  };
  document.addEventListener('securitypolicyviolation', heard, { signal });
}

function originOf(address: string): string {
  try {
    return new URL(address).origin;
  } catch {
    return address; // A word such as `eval`.
  }
}
