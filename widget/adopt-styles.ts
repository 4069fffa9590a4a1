import styles from './survey.css?inline'

let sheet: CSSStyleSheet | undefined

/**
 * Gives a shadow root its styles by a constructed sheet, which no Content-Security-Policy
 * forbids; browsers from before those get an element.
 */
export function adoptStyles(root: ShadowRoot): void {
  try {
    if (!sheet) {
      sheet = new CSSStyleSheet()
      sheet.replaceSync(styles)
    }
    root.adoptedStyleSheets = [sheet]
  } catch {
    // Firefox before 101 and Safari before 16.4.
    root.append(Object.assign(document.createElement('style'), { textContent: styles }))
  }
}
