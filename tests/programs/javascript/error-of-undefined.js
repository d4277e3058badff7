const users = [{ name: 'Ada', address: { city: 'London' } }, { name: 'Bob' }];

function cityOf(user) {
  return user.address.city;
}

for (const user of users) {
  console.log(user.name, cityOf(user));
}
