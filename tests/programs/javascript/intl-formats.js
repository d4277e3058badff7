const d = new Date(Date.UTC(2024, 1, 29, 13, 5, 9));
console.log(new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(-1234567.891));
console.log(new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' }).format(1234.5).replace(/\s/g, ' '));
console.log(new Intl.NumberFormat('en-IN').format(12345678.9), new Intl.NumberFormat('en', { notation: 'compact' }).format(1234567), new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 1 }).format(0.256));
console.log(new Intl.NumberFormat('en', { style: 'unit', unit: 'kilometer-per-hour' }).format(50), new Intl.NumberFormat('en', { minimumIntegerDigits: 3, maximumFractionDigits: 2 }).format(7.005));
console.log((1234.5678).toLocaleString('en-US'), (0.000001234).toLocaleString('en-US', { maximumSignificantDigits: 2 }), (1e21).toLocaleString('en-US'), 12345678901234567890n.toLocaleString('en-US'));
console.log(new Intl.DateTimeFormat('en-US', { timeZone: 'UTC' }).format(d), new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(d));
console.log(d.toLocaleDateString('en-US', { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }), d.toLocaleDateString('de-DE', { timeZone: 'UTC' }));
console.log(d.toLocaleString('sv-SE', { timeZone: 'America/New_York' }), d.toLocaleTimeString('en-GB', { timeZone: 'Asia/Tokyo' }), d.toLocaleTimeString('en-US', { hour: 'numeric', hour12: true, timeZone: 'UTC' }).replace(/\s/g, ' '));
console.log(new Intl.DateTimeFormat('en', { year: 'numeric', month: 'short', day: '2-digit', timeZone: 'UTC' }).formatToParts(d).map(({ type, value }) => `${type}=${value}`).join('|'));
console.log(new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(-1, 'day'), new Intl.RelativeTimeFormat('en').format(3, 'month'), new Intl.RelativeTimeFormat('es').format(-2, 'week'));
const pr = new Intl.PluralRules('en', { type: 'ordinal' });
const suffix = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
console.log([1, 2, 3, 4, 11, 21, 102, 113].map((n) => n + suffix[pr.select(n)]).join(' '), new Intl.PluralRules('pl').select(5));
console.log(new Intl.ListFormat('en', { type: 'conjunction' }).format(['a', 'b', 'c']), new Intl.ListFormat('en', { type: 'disjunction' }).format(['x', 'y']));
console.log(['ä', 'a', 'z', 'Z', 'é'].sort(new Intl.Collator('de').compare), ['ä', 'z'].sort(new Intl.Collator('sv').compare), ['a10', 'a9', 'A1'].sort(new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare));
console.log('a'.localeCompare('B', 'en'), 'résumé'.localeCompare('resume', 'en', { sensitivity: 'base' }), 'a' < 'B', ['b', 'a', 'C'].sort(), ['b', 'a', 'C'].sort((x, y) => x.localeCompare(y, 'en')));
console.log([...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment('👨‍👩‍👧e\u0301!')].map(({ segment }) => segment.length), [...new Intl.Segmenter('en', { granularity: 'word' }).segment('Hello, big world')].filter((s) => s.isWordLike).map((s) => s.segment));
console.log(new Intl.DisplayNames('en', { type: 'region' }).of('CH'), new Intl.DisplayNames('en', { type: 'language' }).of('fr'), Intl.getCanonicalLocales('EN-us'), new Intl.Locale('en-Latn-US').language);
console.log('İstanbul'.toLocaleLowerCase('tr'), 'i'.toLocaleUpperCase('tr'), 'ß'.toUpperCase(), 'Σ'.toLowerCase(), 'e\u0301'.normalize('NFC').length);
console.log(d.toISOString(), d.toJSON(), JSON.stringify({ d }), d.getTime(), new Date('nonsense').getTime(), String(new Date(NaN)), new Date(NaN));
console.log(new Date(2024, 0, 31, 12).getMonth(), new Date('2024-03-10').getDay(), Date.UTC(1970, 0), new Date(0), [new Date(86400000)], { when: d });
const months = new Date(d); months.setUTCMonth(months.getUTCMonth() + 12); console.log(months.toISOString());
console.log(new Date('2024-01-15T10:00:00+02:00').toISOString(), new Date('2024-01-15').toUTCString(), new Date(2024, 1, 29).toDateString(), Date.parse('Thu, 01 Jan 1970 00:00:10 GMT'), d - new Date(0) === d.valueOf());
try { new Date(NaN).toISOString(); } catch (e) { console.log(e.name); }
try { new Intl.NumberFormat('en', { style: 'currency' }); } catch (e) { console.log(e.name); }
try { (1).toFixed(101); } catch (e) { console.log(e.name); }
console.log((1.005).toFixed(2), (1e21).toFixed(2), (255).toString(16), (0.1).toString(3).slice(0, 10), (-7.5).toFixed(0), (123.456).toPrecision(4), (0).toExponential(), (1e-7).toString(), 0.1 + 0.2, 5e-324, -0, [-0], 1 / -0);
console.log(typeof Intl.DateTimeFormat().resolvedOptions().timeZone, Intl.supportedValuesOf('unit').length > 10);
