/** In a partner's page, where the customer's session cannot be shown in a frame. */
export const embed = {
  frame: 'Identity check',
  openTab: 'Open the identity check in a new tab',
};
