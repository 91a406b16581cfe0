import type { Language } from '@reident/domain/browser';
import type { PreviewScreen } from '@reident/domain/tenant-settings';
import { EMPTY_STATE } from '../../shared/empty-state.ts';
import type { Boot, CaptureState, StepView } from '../../shared/protocol.ts';

interface Place {
  entry: Boot['entry'];
  state: CaptureState | null;
}

/** Where a customer is who sees this screen. Everything in it is invented. */
export function placeOf(screen: PreviewScreen, language: Language): Place {
  const { entry = 'session', screen: shown, ...state } = PLACES[screen];
  return {
    entry,
    state: shown === undefined ? null : { ...EMPTY_STATE, asks: ASKS, ...state, screen: shown, language },
  };
}

// biome-ignore format: a table
const PLACES: Readonly<Record<PreviewScreen, Partial<CaptureState> & { entry?: Boot['entry'] }>> = {
  start:        { entry: 'link' },
  entry:        { entry: 'reference' },
  code:         { screen: { id: 'code' }, phone: '… 567', resendInSeconds: 30 },
  introduction: { screen: { id: 'introduction' } },
  document:     { screen: { id: 'document' }, documentKind: 'identity_card', issuingState: 'DEU' },
  picture:      { screen: { id: 'capture', step: 'document_front' }, steps: steps(0) },
  confirm:      { screen: { id: 'confirm' }, steps: steps(3), read: { name: 'Erika Mustermann', birthDate: '1983-08-12', expiryDate: '2034-08-01', documentNumber: '… 5NR' } },
  end:          { screen: { id: 'end' } },
};

/** As most partners ask. */
const ASKS: CaptureState['asks'] = { securityVideo: true, proofOfAddress: false, liveness: true };

function steps(done: number): StepView[] {
  return (['document_front', 'document_back', 'selfie'] as const).map((id, at) => ({
    id,
    produces: 'picture',
    lens: id === 'selfie' ? 'user' : 'environment',
    frame: id === 'selfie' ? 'face' : 'card',
    done: at < done,
    mayChooseFile: false,
    samples: [],
    mayGoWithout: false,
    without: false,
  }));
}
