/** A stretch of lit-html's source, up to `until` where it is named, and what takes its place. */
interface LitCut {
  readonly from: string
  readonly until?: string
  readonly by?: string
}

const off = (name: string): LitCut => ({
  from: `const ${name} = true`,
  by: `const ${name} = false`,
})
const never = (condition: string): LitCut => ({ from: `if (${condition})`, by: 'if (false)' })
const always = (condition: string): LitCut => ({ from: `if (${condition})`, by: 'if (true)' })
const get = (name: string, until: string): LitCut => ({ from: `get ${name}() {`, until })

/** The kinds of parts that compiled templates of ours name. */
const PARTS = 'export { AttributePart, PropertyPart };\n'

/**
 * What no template of the survey reaches: each has texts, arrays and templates as children, and
 * plain attributes and properties. Another kind of part is not exported, so the build would fail.
 */
export const LIT_CUTS: readonly LitCut[] = [
  // Lit's own switches: its production build is this source with the same ones off.
  off('DEV_MODE'),
  off('ENABLE_EXTRA_SECURITY_HOOKS'),
  off('ENABLE_SHADYDOM_NOPATCH'),

  // Directives, and `noChange`, which only they answer with.
  { from: 'function resolveDirective(', until: 'class TemplateInstance' },
  never('v === noChange'),
  { from: ' && value !== noChange' },
  { from: ' && value !== noChange' },

  // News of a part's coming and going, for directives.
  { from: 'this._$notifyConnectionChanged?.(false, true, from);' },
  { from: 'setConnected(isConnected) {', until: 'class AttributePart', by: '}\n' },
  { from: 'this.__isConnected = options?.isConnected ?? true;' },
  { from: 'this._$disconnectableChildren = undefined;' },
  { from: 'this._$disconnectableChildren = undefined;' },
  { from: 'this._$disconnectableChildren = undefined;' },

  // What a part tells of itself.
  get('parentNode', '_clone(options)'),
  get('_$isConnected', 'constructor('),
  get('parentNode', '_$setValue('),
  get('tagName', 'constructor('),
  { from: 'this.type = CHILD_PART;' },
  { from: 'this.type = ATTRIBUTE_PART;' },
  { from: 'constructor() {', until: '_commitValue(' },
  { from: 'constructor() {', until: '_commitValue(' },

  // What prepares templates: ours are compiled.
  { from: 'const boundAttributeSuffix', until: 'const d = NODE_MODE' },
  { from: 'const SPACE_CHAR', until: 'const HTML_RESULT' },
  { from: 'const getTemplateHtml', until: 'class Template {' },
  { from: 'class Template {', until: 'static createElement', by: 'class Template {\n' },
  { from: "typeof type === 'number'", by: 'false' },
  { from: '_$getTemplate(result) {', until: '_commitIterable(value) {' },

  // Values that are nodes or stand for an element, and lists that are no arrays.
  never('templatePart.type === ELEMENT_PART'),
  never('value.nodeType !== undefined'),
  always('templatePart.type === ATTRIBUTE_PART'),
  always('isIterable(value)'),
  { from: "!isArray(tsa) || !tsa.hasOwnProperty('raw')", by: 'false' },

  // Options of `render`, and the part that it answers with.
  { from: 'options?.creationScope ?? d', by: 'd' },
  { from: 'options?.renderBefore ?? container', by: 'container' },
  { from: 'options?.renderBefore ?? null', by: 'null' },
  { from: ', options ?? {}' },
  { from: 'return part;\n};\nif (', by: '};\nif (' },
  ...Array.from({ length: 2 }, (): LitCut => ({ from: 'this.options = options;' })),
  { from: ', this.options)', by: ')' },
  { from: ', this.options)', by: ')' },
  { from: 'instance._clone(this.options)', by: 'instance._clone()' },

  // The same part as the one that asks, which only directives tell apart.
  { from: 'value = resolveDirective(this, value, directiveParent);' },
  { from: 'value = resolveDirective(this, value, directiveParent, 0);' },
  {
    from: 'resolveDirective(this, values[valueIndex + i], directiveParent, i)',
    by: 'values[valueIndex + i]',
  },
  { from: '_$setValue(value, directiveParent = this)', by: '_$setValue(value)' },
  { from: 'change && !noCommit', by: 'change' },
  { from: 'directiveParent = this, valueIndex, noCommit', by: '_, valueIndex' },
  { from: 'if (part !== undefined) {', by: '{' },
  { from: 'value === nothing || value == null', by: 'value == null' },
  { from: 'new Array(strings.length - 1).fill(new String())', by: '[]' },

  { from: "Symbol.for('lit-nothing')", by: '{}' },

  // A polyfill that wraps nodes.
  { from: 'const n = wrap(start)', by: 'const n = start' },
  { from: 'wrap(start).remove()', by: 'start.remove()' },

  // What is told to polyfills, other copies and other packages of Lit.
  { from: 'export const _$LH', until: 'export const render', by: PARTS },
]
