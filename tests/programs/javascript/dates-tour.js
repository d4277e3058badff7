const d = new Date(Date.UTC(2024, 1, 29, 12, 30, 15, 250));
console.log(d, d.toISOString(), JSON.stringify({ d }), d.getTime(), +d, d.valueOf() === d.getTime());
console.log(d.toString(), '|', d.toDateString(), '|', d.toUTCString(), '|', d.toLocaleDateString('en-US'), '|', d.toLocaleTimeString('en-US', { hour12: false }));
console.log(new Date('2024-03-10').getTime(), new Date('2024-03-10T10:00:00').getHours(), new Date(2024, 0, 31).getMonth(), Date.parse('2024-01-01T00:00:00+02:00'));
const next = new Date(d);
next.setUTCMonth(next.getUTCMonth() + 1);
console.log(next.toISOString(), (next - d) / 864e5, next > d, new Date(2024, 1, 0).getDate(), new Date(2023, 1, 29).toISOString().slice(0, 10));
console.log(new Date('nope'), isNaN(new Date(NaN)), [d], { when: d }, typeof Date(), d.getTimezoneOffset(), d.getDay());
try {
  new Date('nope').toISOString();
} catch (error) {
  console.log(error.name);
}
console.log(new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(d), new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(1234.5), new Intl.NumberFormat('de-DE').format(1234567.891));
console.log((1234.5).toLocaleString(), (0.256).toLocaleString('en', { style: 'percent' }), new Intl.PluralRules('en', { type: 'ordinal' }).select(2), ['b', 'ä', 'a', 'Z'].sort(new Intl.Collator('en').compare), new Intl.ListFormat('en').format(['a', 'b', 'c']), new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(-1, 'day'));
