import type { Messages } from '../messages.ts';

export const embed = {
  frame: 'Identifizierung',
  openTab: 'Identifizierung in einem neuen Tab öffnen',
} satisfies Messages['embed'];
