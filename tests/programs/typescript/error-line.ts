interface User {
  name: string;
  address?: { city: string };
}

type Cities = Record<string, string>;

/** The city
 *  of a user. */
function cityOf(user: User): string {
  return user.address!.city;
}

const users: User[] = [{ name: 'Ada', address: { city: 'London' } }, { name: 'Bob' }];
for (const user of users) {
  console.log(cityOf(user));
}
