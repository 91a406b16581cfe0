/**
 * What the customer agrees to, word for word. Whoever changes a text gives it a new version, in `packages/platform/session/consents.ts`:
 * the records hold the hash of what was on the screen.
 */
export const consents = {
  terms:
    'I want to confirm my identity now. I agree that photos and short videos of my ID document and of me are taken, stored encrypted, and checked by software and by a specialist.',
  biometrics:
    'I consent to my face in the photo being compared with the portrait on my ID document. The biometric data created for this comparison is deleted afterwards. I can withdraw my consent at any time.',
};
