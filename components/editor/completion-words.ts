// Completion words in addition to those of the file and the grammar.

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** For Python's `import` and `from`. */
export const PYTHON_MODULES = words(`
  abc argparse array ast asyncio base64 bisect builtins calendar cmath codecs collections collections.abc colorsys
  concurrent.futures contextlib copy csv ctypes curses dataclasses datetime decimal difflib dis doctest email enum errno
  fnmatch fractions functools gc getpass gettext glob graphlib gzip hashlib heapq hmac html http importlib inspect io
  ipaddress itertools json keyword linecache locale logging lzma math mimetypes multiprocessing numbers operator os os.path
  pathlib pickle platform pprint queue random re sched secrets select shelve shlex shutil signal socket sqlite3 stat
  statistics string struct subprocess symtable sys sysconfig tarfile tempfile textwrap threading time timeit tkinter token
  tokenize trace traceback types typing unicodedata unittest urllib urllib.parse urllib.request uuid warnings wave weakref
  xml xml.etree.ElementTree zipfile zlib zoneinfo numpy pandas matplotlib matplotlib.pyplot scipy sklearn`);

/** Words that a grammar lists for another dialect. */
export const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  javascript: words(`abstract accessor asserts declare enum global implements infer interface is keyof module namespace
    override readonly satisfies type unique`),
};

const script = `
  Array Boolean Date Error Infinity Intl JSON Map Math NaN Number Object Promise Proxy Reflect RegExp Set String Symbol
  TypeError RangeError WeakMap WeakSet BigInt clearInterval clearTimeout console decodeURIComponent document
  encodeURIComponent false fetch globalThis isNaN parseFloat parseInt process prompt queueMicrotask require setInterval
  setTimeout structuredClone true undefined arguments await async constructor console.log`;

/** By the name of the grammar. */
export const NAMES: Readonly<Record<string, readonly string[]>> = {
  python: words('True False None self cls print input len range enumerate'),
  javascript: words(script),
  typescript: words(
    `${script} any bigint boolean never number object string symbol unknown Record Partial Required Readonly Pick Omit`,
  ),
  lua: words(`
    and break do else elseif end false for function goto if in local nil not or repeat return then true until while
    assert collectgarbage coroutine debug error getmetatable io ipairs load math next os package pairs pcall print
    rawequal rawget rawlen rawset require select self setmetatable string table tonumber tostring type utf8 xpcall`),
  swift: words(`
    actor any as associatedtype async await break case catch class continue convenience default defer didSet do else enum
    extension fallthrough false fileprivate final for func get guard if import in indirect init inout internal is lazy let
    mutating nil nonmutating open operator override private protocol public repeat required rethrows return self set some
    static struct subscript super switch throw throws true try typealias unowned var weak where while willSet Any Array
    Bool Character Dictionary Double Float Int Optional Self Set String print`),
  java: words(
    'boolean byte char double float int long short true false yield String System Math Object Integer List Map',
  ),
  cpp: words(`
    void bool char double float int long short signed unsigned true false NULL sizeof size_t wchar_t printf std include
    public private protected override final static_cast dynamic_cast const_cast reinterpret_cast alignas alignof typeid
    and or not`),
  csharp: words('and dynamic nameof not or unmanaged when where with Console'),
  go: words(`
    true false nil string int int32 int64 uint uint8 uint32 uint64 float32 float64 bool error byte rune any iota append cap
    clear close copy delete len make max min panic print println recover fmt`),
  rust: words(`
    true false Some None Ok Err Self String Vec Box Option Result println panic format vec bool char f32 f64 i8 i16 i32 i64
    i128 isize u8 u16 u32 u64 u128 usize str`),
  ruby: words('attr_accessor attr_reader attr_writer gets include initialize new print prepend puts using'),
  kotlin: words('it print println List Map MutableList MutableMap MutableSet Set'),
  php: words(`
    public private protected true false null self parent isset empty instanceof callable int float string bool mixed void
    never iterable object and or xor exit die`),
  shell: words('case break continue declare eval exec in local printf read readonly return select shift test trap'),
  yaml: words('true false null'),
  json: words('true false null'),
};
