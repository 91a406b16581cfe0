export const CLIENT_VERSION = '0.1.0';
export const USER_AGENT = `reident-client/${CLIENT_VERSION}`;
