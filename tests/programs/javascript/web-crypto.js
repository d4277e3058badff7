console.log(crypto.randomUUID().length, crypto.getRandomValues(new Uint8Array(2)).length);
const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('abc'));
console.log([...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, '0')).join(''));
