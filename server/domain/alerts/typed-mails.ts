/** What e-mail addresses are written with here: no quotes, comments or lines, nothing that is no ASCII. */
const MAIL =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i
const LONGEST = 254
const MOST = 20

/** Whether this is an e-mail address and nothing besides. */
export function isMail(text: string): boolean {
  return text.length <= LONGEST && MAIL.test(text)
}

/** Addresses as somebody typed them, with commas, semicolons or lines between; null where one is none. */
export function typedMails(typed: string): readonly string[] | null {
  const parts = typed.split(/[\s,;]+/).filter((part) => part !== '')
  const mails = [...new Set(parts.map((part) => part.toLowerCase()))]
  return mails.length <= MOST && mails.every(isMail) ? mails : null
}
