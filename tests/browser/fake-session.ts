import type { Language } from '@reident/domain';
import type { Page, Route } from 'playwright-core';
import { EMPTY_STATE } from '../../apps/capture/shared/empty-state.ts';
import type { CaptureState, SessionLookup, StepId, StepView } from '../../apps/capture/shared/protocol.ts';

/** Every step that a tenant can ask for, as a sandbox shows it. */
export const EVERY_STEP: readonly StepView[] = [
  step('document_front', 'card'),
  step('document_back', 'card'),
  step('document_data_page', 'page'),
  step('security_video', 'card', { produces: 'recording', mayGoWithout: true, samples: ['clean', 'video_still'] }),
  step('proof_of_address', 'letter'),
  step('selfie', 'face', { lens: 'user' }),
  step('liveness', 'face', { lens: 'user', produces: 'recording', mayGoWithout: true, without: true }),
];

function step(id: StepId, frame: StepView['frame'], more: Partial<StepView> = {}): StepView {
  return {
    id,
    produces: 'picture',
    lens: 'environment',
    frame,
    done: false,
    mayChooseFile: true,
    samples: ['clean', 'pasted_portrait'],
    mayGoWithout: false,
    without: false,
    ...more,
  };
}

/**
 * A page whose server says what the test names, so that any screen is drawn without a journey to it: for what is about the looks of
 * screens alone.
 */
export class FakeSession {
  readonly page: Page;
  readonly #language: Language;
  #lookup: SessionLookup = { state: null, why: 'no_session' };
  #offline = false;

  private constructor(page: Page, language: Language) {
    this.page = page;
    this.#language = language;
  }

  /** @param address  of the page without the link's secret, so that it asks where the customer is */
  static async open(page: Page, address: string, language: Language): Promise<FakeSession> {
    const fake = new FakeSession(page, language);
    await page.route('**/capture/api/**', (route) => fake.#answer(route));
    await page.goto(address);
    await page.waitForSelector('[data-screen]');
    return fake;
  }

  /** Draws what a server says whose customer is there. */
  async draw(state: Partial<CaptureState> & Pick<CaptureState, 'screen'>, drawn?: string): Promise<void> {
    const { screen } = state;
    this.#lookup = { state: { ...EMPTY_STATE, steps: [...EVERY_STEP], ...state, language: this.#language } };
    await this.#lookAgain();
    await this.page.waitForSelector(
      `[data-screen="${drawn ?? (screen.id === 'capture' ? `step-${screen.step}` : screen.id)}"]`,
    );
  }

  /** The same where there is none. */
  async lose(why: string, drawn: string): Promise<void> {
    this.#lookup = { state: null, why };
    await this.#lookAgain();
    await this.page.waitForSelector(`[data-screen="${drawn}"]`);
  }

  /** The network is gone, or back. */
  goOffline(offline: boolean): void {
    this.#offline = offline;
  }

  /** As when the page comes back from the browser's memory. */
  #lookAgain(): Promise<unknown> {
    return this.page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  }

  async #answer(route: Route): Promise<void> {
    if (this.#offline) return route.abort();
    const { pathname } = new URL(route.request().url());
    const act = pathname.slice('/capture/api'.length);
    const answers: Readonly<Record<string, unknown>> = {
      '/session': this.#lookup,
      '/nonce': { nonce: 'n', prompts: ['center', 'left', 'right'] },
      '/quit': { returnUrl: null },
    };
    await route.fulfill({ json: answers[act] ?? this.#lookup.state ?? {} });
  }
}
