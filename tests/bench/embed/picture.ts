/** A small bar chart as SVG, readable in light and dark, wherever it stands. */

export interface Bar {
  name: string;
  value: number;
  text: string;
}

const [WIDTH, LEFT, RIGHT, ROW, TOP] = [720, 190, 110, 32, 40];

/** The first bar is ours. */
export function picture(title: string, bars: readonly Bar[]): string {
  const most = Math.max(...bars.map(({ value }) => value));
  const height = TOP + bars.length * ROW + 8;
  const rows = bars.map(({ name, value, text }, n) => {
    const y = TOP + n * ROW;
    const width = Math.max(2, ((WIDTH - LEFT - RIGHT) * value) / most);
    return `<text class="name" x="${LEFT - 10}" y="${y + 17}">${escaped(name)}</text><rect class="${n === 0 ? 'ours' : 'other'}" x="${LEFT}" y="${y + 3}" width="${width.toFixed(1)}" height="20" rx="3"/><text x="${(LEFT + width + 8).toFixed(1)}" y="${y + 17}">${escaped(text)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img"><title>${escaped(title)}</title><style>text{font:14px system-ui,sans-serif;fill:#1d2321}.name{text-anchor:end}.title{font-weight:600}.ours{fill:#0f6b5c}.other{fill:#89918c}@media(prefers-color-scheme:dark){text{fill:#e7eae7}.ours{fill:#59c9b0}.other{fill:#707a74}}</style><text class="title" x="0" y="20">${escaped(title)}</text>${rows.join('')}</svg>\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
