/** Front door: the ident specialist's console. */
export { registerConsole } from './server/register-console.ts';
