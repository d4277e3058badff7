// Without semicolons, types stand between statements which would otherwise be one.
type Pair = [number, number]

let first = 1
let second = 2
type ID = number
;[first, second] = [second, first]
console.log(first, second)

const id: ID = 5
type Shown = string
(() => console.log('called with', id))()

const counts = {} as Record<string, number>
;[1, 2, 3].forEach((n) => { counts[`n${n}`] = n })
console.log(counts)

const pair = [3, 4] as Pair
interface Named { name: string }
`${pair}`.split(',').forEach((text) => console.log(text))

class Range {
  to = 3
  declare from
  [Symbol.iterator]() {
    let at = 0
    return { next: () => (at < this.to ? { value: ++at, done: false } : { value: undefined, done: true }) }
  }
}
console.log([...new Range()])
