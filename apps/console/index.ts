/** Front door: the ident specialist's console. */
export { registerConsole } from './register-console.ts';
