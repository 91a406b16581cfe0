import type { CaptureState } from '../../apps/capture/shared/protocol.ts';
import { Customer } from '../../apps/capture/testing/customer.ts';

export interface ShownDocument {
  kind: 'passport' | 'identity_card' | 'driving_licence';
  issuingState: string;
  /** The picture for each step of the capture that asks for one. */
  pictures: Readonly<Record<string, Buffer>>;
  /** A moment of a recording, by step and prompt; without it the customer goes on without recordings. */
  moment?(step: string, prompt: string): Buffer;
}

const RECORDED: ReadonlySet<string> = new Set(['security_video', 'liveness']);

/**
 * Plays the customer over HTTP, from the link to the submission. Pictures that the engine does not like are kept where the
 * flow allows it and taken again (the same ones) where it does not, at most three times.
 *
 * @returns what the page was told after each picture: step → reason of the feedback, null when it was fine
 */
export async function playCustomer(
  base: string,
  url: string,
  shown: ShownDocument,
): Promise<Record<string, string | null>> {
  const customer = new Customer(base);
  await customer.comeToDocument(url);
  let state = (await customer.call('/document', { kind: shown.kind, issuingState: shown.issuingState }))
    .body as CaptureState;
  const feedback: Record<string, string | null> = {};
  const sent: Record<string, number> = {};
  for (let turns = 0; turns < 400; turns += 1) {
    const { screen } = state;
    if (screen.id === 'capture' && RECORDED.has(screen.step)) {
      const { step } = screen;
      feedback[step] = null;
      state = shown.moment
        ? (await customer.recording(step, (prompt) => shown.moment?.(step, prompt) ?? Buffer.alloc(0))).body
        : (await customer.call('/without', { step })).body;
    } else if (screen.id === 'feedback' && RECORDED.has(screen.step)) {
      feedback[screen.step] = screen.reason;
      state = (await customer.call('/without', { step: screen.step })).body;
    } else if (screen.id === 'capture') {
      const picture = shown.pictures[screen.step];
      if (!picture) throw new Error(`no picture for the step ${screen.step}`);
      sent[screen.step] = (sent[screen.step] ?? 0) + 1;
      if ((sent[screen.step] ?? 0) > 3) throw new Error(`the step ${screen.step} does not take its picture`);
      feedback[screen.step] = null;
      state = (await customer.picture(screen.step, picture)).body;
    } else if (screen.id === 'feedback') {
      feedback[screen.step] = screen.reason;
      state = screen.mayKeep
        ? (await customer.call('/keep', { step: screen.step })).body
        : (await customer.picture(screen.step, shown.pictures[screen.step] as Buffer)).body;
    } else if (screen.id === 'confirm') {
      await customer.call('/submit');
      return feedback;
    } else {
      await new Promise((resolve) => setTimeout(resolve, 100));
      state = (await customer.state()).body;
    }
  }
  throw new Error(`the sitting did not come to its end: ${JSON.stringify(state.screen)}`);
}
