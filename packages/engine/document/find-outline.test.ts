import { drawCase } from '@reident/samples';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBuiltHost } from '../../../tests/fixtures/engine/engine-host.ts';
import { distance, orderCorners, scaleQuad } from '../image/quad.ts';
import type { EngineHost } from '../process/start-engine-host.ts';
import type { Point, Quad } from '../readings/quad.ts';

let host: EngineHost;
beforeAll(async () => {
  host = await startBuiltHost();
});
afterAll(() => host?.stop());

test('the grain of a wooden table that touches a card is no part of its outline', async () => {
  const { captures } = await drawCase('clean', 'training outline 2', { kind: 'identity_card', step: 'document_front' });
  const [{ jpeg, truth }] = captures as [(typeof captures)[number]];
  const { image, document } = await host.read({ step: 'document_front', bytes: jpeg, contentType: 'image/jpeg' });
  const corners = orderCorners(truth!.quad.map(({ x, y }): Point => [x, y]));
  const found = scaleQuad(document!.quad as Quad, image!.width, image!.height);
  const worst = Math.max(...corners.map((corner, i) => distance(corner, found[i]!)));
  expect(worst / distance(corners[0], corners[1])).toBeLessThan(0.03);
});
