/** Room templates: a task with starter code, so that an interview needs no preparation. */

export interface Template {
  title: string;
  language: string;
  brief: string;
  code: string;
}

export const TEMPLATES = {
  'two-sum': {
    title: 'Two sum',
    language: 'python',
    brief: `Given a list of whole numbers and a target, return the positions of two numbers that add up to the target, or None.

First make it work. Then say how the time it takes grows with the length of the list, and make it faster if you can.`,
    code: `def two_sum(numbers, target):
    ...


print(two_sum([2, 7, 11, 15], 9))  # (0, 1)
print(two_sum([3, 3], 6))          # (0, 1)
print(two_sum([1, 2], 7))          # None
`,
  },
  'word-count': {
    title: 'Word count',
    language: 'javascript',
    brief: `Count how often each word occurs in a text, and print the three most frequent ones, most frequent first.

You decide which characters belong to a word: say what you decided.`,
    code: `function topWords(text, count) {
}

console.log(topWords("the cat and the dog and the bird", 3));
// [["the", 3], ["and", 2], ["cat", 1]]
`,
  },
  'fix-the-cart': {
    title: 'Fix the cart',
    language: 'typescript',
    brief: `A customer says that the total of the cart is wrong after something is taken out. Find out why, fix it, and say how you would stop it from happening again.`,
    code: `interface Item {
  name: string;
  cents: number;
  count: number;
}

class Cart {
  items: Item[] = [];
  total = 0;

  add(name: string, cents: number, count = 1): void {
    const known = this.items.find((item) => item.name === name);
    if (known) known.count += count;
    else this.items.push({ name, cents, count });
    this.total += cents * count;
  }

  remove(name: string): void {
    const at = this.items.findIndex((item) => item.name === name);
    const [item] = this.items.splice(at, 1);
    this.total -= item.cents;
  }
}

const cart = new Cart();
cart.add("pen", 150, 3);
cart.add("book", 1200);
cart.remove("pen");
cart.remove("cup");
console.log(cart.items, cart.total); // one book, 1200
`,
  },
  'late-orders': {
    title: 'Late orders',
    language: 'sql',
    brief: `List every customer with the number of their late orders. An order is late if it was sent more than two days after it was placed. Show the customers with the most late orders first, and those without any with 0.`,
    code: `create table customers (id integer primary key, name text);
create table orders (customer integer, placed text, sent text);
insert into customers values (1, 'Ada'), (2, 'Grace'), (3, 'Alan');
insert into orders values
  (1, '2026-03-01', '2026-03-02'), (1, '2026-03-04', '2026-03-09'),
  (2, '2026-03-02', '2026-03-08'), (2, '2026-03-05', '2026-03-10'), (2, '2026-03-06', null);

select * from customers;
`,
  },
} as const satisfies Record<string, Template>;

export type TemplateId = keyof typeof TEMPLATES;
