// Rollup plugin: leaves in CodeMirror's base theme only what the first load shows. Rules of panels come with the panels.

const VIEW = /@codemirror\/view\/dist\/index\.js$/;

/** For what panels have in them. */
const LATER = /\.cm-(panel|dialog|button|textfield)/;

/**
 * Rules that nothing here uses, and colours that the theme of all our editors (editor/theme.ts) and its drawn selection set
 * anyway, with the same weight.
 */
const NEVER =
  /^(\.cm-(tab|highlight(Space|Tab)|trailingSpace|dropCursor)|&(light|dark)(\.cm-focused > \.cm-scroller > \.cm-selectionLayer)? \.cm-(content|cursor|selectionBackground|activeLine(Gutter)?|gutters))$/;

/** @typedef {import('estree').Node & {start: number, end: number}} Node */

/** Before `laterParts`, which parts the panels from the rest. @returns {import('rollup').Plugin} */
export default function baseTheme() {
  return {
    name: 'base-theme',
    transform(code, id) {
      if (!VIEW.test(id)) return null;
      const rules = rulesIn(/** @type {Node[]} */ (this.parse(code).body));
      const later = rules.filter(({ selector }) => LATER.test(selector));
      const never = rules.filter(({ selector }) => NEVER.test(selector));
      const panels = /(const showPanel = [^;]*enables: )panelPlugin\b/;
      // If a new version is written differently, the build fails instead of silently growing.
      if (later.length === 0 || never.length === 0 || !panels.test(code))
        this.error('CodeMirror’s base theme is no longer written as it was.');
      const theirs = later.map(({ start, end }) => code.slice(start, end));
      const rest = [...later, ...never]
        .sort((a, b) => b.start - a.start)
        // With the comma behind it.
        .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end).replace(/^\s*,/, ''), code);
      const withTheirs = `$1[panelPlugin, /*@__PURE__*/EditorView.baseTheme({ ${theirs.join(', ')} })]`;
      return { code: rest.replace(panels, withTheirs), map: null };
    },
  };
}

/** The rules of the base theme, with their places. @param {Node[]} body */
function rulesIn(body) {
  return body.flatMap((node) => {
    const [made] = node.type === 'VariableDeclaration' ? node.declarations : [];
    if (made?.id.type !== 'Identifier' || made.id.name !== 'baseTheme$1') return [];
    const rules = made.init?.type === 'CallExpression' ? made.init.arguments[1] : undefined;
    if (rules?.type !== 'ObjectExpression') return [];
    return rules.properties.flatMap((rule) => {
      if (rule.type !== 'Property' || rule.key.type !== 'Literal') return [];
      const { start, end } = /** @type {Node} */ (/** @type {unknown} */ (rule));
      return { selector: String(rule.key.value), start, end };
    });
  });
}
