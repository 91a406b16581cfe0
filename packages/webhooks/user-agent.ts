/** Who is calling, for the receiver's logs. */
export const USER_AGENT = 'Reident-Webhooks/1';
