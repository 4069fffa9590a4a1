import ts from 'typescript'

/** What a source file reaches for, as far as its syntax tells. */
export interface Reached {
  /** Imported names as they are written, globs and `new URL(…, import.meta.url)` included. */
  readonly imports: readonly string[]
  /** Global things in use, such as `Date.now`, `new Date` and `process.env`. */
  readonly globals: readonly string[]
}

/** Stands for an import whose name is worked out while the program runs. */
const COMPUTED = '(computed)'

/** Reads the syntax, so that comments and strings count for nothing. */
export function readSource(path: string, text: string): Reached {
  const code = path.endsWith('.html') ? scriptsOf(text) : text
  const tree = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true)
  const imports: string[] = []
  const globals: string[] = []

  function visit(node: ts.Node): void {
    imports.push(...importsOf(node))
    globals.push(...globalsOf(node))
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return { imports, globals }
}

function scriptsOf(page: string): string {
  return [...page.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/gi)]
    .map(([, code]) => code)
    .join('\n')
}

function importsOf(node: ts.Node): readonly string[] {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return node.moduleSpecifier ? named(node.moduleSpecifier) : []
  }
  if (ts.isExternalModuleReference(node)) return named(node.expression)
  if (ts.isImportTypeNode(node)) {
    return ts.isLiteralTypeNode(node.argument) ? named(node.argument.literal) : [COMPUTED]
  }
  if (ts.isCallExpression(node)) {
    const called = node.expression.getText()
    if (called === 'import' || called === 'require') return named(node.arguments[0])
    if (called === 'import.meta.glob') return globbed(node.arguments[0])
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'URL') {
    const [address, base] = node.arguments ?? []
    if (base?.getText() === 'import.meta.url') return named(address)
  }
  return []
}

function globbed(patterns: ts.Node | undefined): readonly string[] {
  if (!patterns || !ts.isArrayLiteralExpression(patterns)) return named(patterns)
  // A pattern of what is left out takes nothing.
  return patterns.elements.flatMap(named).filter((pattern) => !pattern.startsWith('!'))
}

function named(node: ts.Node | undefined): readonly string[] {
  return [node && ts.isStringLiteralLike(node) ? node.text : COMPUTED]
}

function globalsOf(node: ts.Node): readonly string[] {
  if (ts.isNewExpression(node) && plain(node.expression) === 'Date') return ['new Date']
  if (ts.isCallExpression(node) && plain(node.expression) === 'Date') return ['Date()']
  if (ts.isPropertyAccessExpression(node)) {
    const whole = plain(node)
    if (/^(Date|Math|performance|crypto|process)\.\w+$/.test(whole)) return [whole]
  }
  if (ts.isElementAccessExpression(node)) {
    const from = plain(node.expression)
    if (/^(Date|Math|performance|crypto|process)$/.test(from)) return [`${from}[…]`]
  }
  return []
}

function plain(node: ts.Node): string {
  return node.getText().replace(/^globalThis\??\./, '')
}
