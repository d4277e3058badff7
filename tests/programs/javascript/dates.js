const d = new Date(Date.UTC(2024, 1, 29, 12, 30, 5, 7));
console.log(d.toISOString(), d.getTime(), JSON.stringify({ d }), d.getUTCDay(), new Date('2024-03-01').toISOString());
console.log(new Date('nope'), isNaN(new Date('x')), new Date(2024, 0, 31).getMonth(), [d]);
d.setUTCMonth(d.getUTCMonth() + 12);
console.log(d.toISOString(), Math.round((new Date('2024-12-25') - new Date('2024-12-01')) / 864e5));
console.log(d.toLocaleDateString('en-US', { timeZone: 'UTC', weekday: 'long', year: 'numeric', month: 'short', day: 'numeric' }));
console.log(new Intl.NumberFormat('en-US', { style: 'currency', currency: 'EUR' }).format(1234.5), (1234567.891).toLocaleString('en-US'), (0.256).toLocaleString('en-US', { style: 'percent' }));
