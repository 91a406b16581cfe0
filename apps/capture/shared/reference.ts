/** Three signs, a hyphen, five of a sandbox or ten of a live tenant: the "Ident-ID" as the customer was told it. */
const SHAPE = /^[A-Z0-9]{3}-(?:[A-Z0-9]{5}|[A-Z0-9]{10})$/;
const PREFIX = 3;
const LONGEST = 13;

/** What was typed or pasted, as it is written: upper case, the hyphen in its place, nothing else. A backspace may take the hyphen away. */
export function formatReference(typed: string): string {
  const signs = typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, LONGEST);
  return signs.length > PREFIX ? `${signs.slice(0, PREFIX)}-${signs.slice(PREFIX)}` : signs;
}

/** Whether it can be one, so that the button is worth pressing. */
export function isWholeReference(reference: string): boolean {
  return SHAPE.test(reference);
}
