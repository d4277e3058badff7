let n = 0;
for await (const chunk of process.stdin) n += chunk.toString().split(/\s+/).filter(Boolean).length;
console.log(n);
