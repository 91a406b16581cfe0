import type { SampleSpec } from './sample.ts';

// prettier-ignore
export const SAMPLES = {
  card_front: { seed: 'card', kind: 'identity_card', side: 'front' },
  card_back: { seed: 'card', kind: 'identity_card', side: 'back' },
  passport: { seed: 'passport', kind: 'passport', side: 'data_page' },
  card_td2: { seed: 'td2', kind: 'identity_card_td2', side: 'front', issuer: 'FRA' },
  driving_licence: { seed: 'licence', kind: 'driving_licence', side: 'front' },
} as const satisfies Record<string, SampleSpec>;

export type SampleName = keyof typeof SAMPLES;
