import type { Messages } from '../shape/messages.ts';

export const embed = {
  frame: 'Identifizierung',
  openTab: 'Identifizierung in einem neuen Tab öffnen',
} satisfies Messages['embed'];
