for (let i = 0; i < 4000; i++) console.log(i, i * i);
