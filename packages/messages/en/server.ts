/** What the server says by itself: text messages, the page to sign in, and plain answers where no page can be shown. */
export const server = {
  sms: {
    code: (code: string, partner: string) =>
      `${code} is your code for the identity check with ${partner}. Never share it with anyone.`,
  },
  login: {
    title: 'Reident console',
    heading: 'Sign in to the console',
    button: 'Sign in',
    ask: 'This link is personal. It works once, within 15 minutes.',
    none: 'You need a sign-in link. Ask your administrator for one; the first is printed when the server starts.',
    used: 'This link has expired or was already used. Ask for a new one.',
  },
  plain: {
    nothingHere: 'There is nothing at this address.',
    tooManyTries: 'Too many attempts. Please wait a minute.',
    openAgain: 'That did not work. Please open your link again.',
  },
};
