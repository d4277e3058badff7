const ok = /a/;
const bad = /(/;
