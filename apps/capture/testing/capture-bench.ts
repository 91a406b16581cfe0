import { randomBytes } from 'node:crypto';
import { listCaptures, saveReading } from '@reident/store';
import { askForPicturesOnly, startTestReident, type TestReident } from '../../../test/support/reident.ts';
import { Customer } from './customer.ts';

export interface Ordered {
  id: string;
  personId: string;
  url: string;
  reference: string;
}

export const pathOf = ({ url }: Ordered) => new URL(url).pathname;
export const cleanPathOf = (ordered: Ordered) => pathOf(ordered).replace(/\/[^/]+$/, '');

/** Bytes that pass for a JPEG at the door; nobody decodes them here. */
export const jpeg = () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(400)]);

export const unreadable = (step: string) => ({ step, unreadable: 'unreadable_media' });

/** The server without its worker, asking for pictures only: readings come when the test says so. */
export interface CaptureBench {
  reident: TestReident;
  order(person?: object, at?: TestReident): Promise<Ordered>;
  statusOf(ordered: Ordered, at?: TestReident): Promise<string>;
  newCustomer(): Customer;
  /** What the engine would have read of each picture. */
  readAll(ordered: Ordered, reading: (step: string) => unknown): Promise<void>;
}

export async function openCaptureBench(): Promise<CaptureBench> {
  const reident = await startTestReident({ REIDENT_ROLE: 'api' });
  await askForPicturesOnly(reident);
  return {
    reident,
    async order(person = { first_name: 'X-MANUALTEST-HAPPYPATH', last_name: 'Customer' }, at = reident) {
      const { body: made } = await at.call<{ id: string }>('POST', '/v1/persons', person);
      const base = `/v1/persons/${made.id}/identifications`;
      const asked = { method: 'idnow_autoident', language: 'EN' };
      const { body: created } = await at.call<{ id: string }>('POST', base, asked);
      const { body } = await at.call<{ url: string; reference: string }>('PATCH', `${base}/${created.id}/request`);
      return { id: created.id, personId: made.id, url: body.url, reference: body.reference };
    },
    async statusOf({ id, personId }, at = reident) {
      const { body } = await at.call<{ status: string }>('GET', `/v1/persons/${personId}/identifications/${id}`);
      return body.status;
    },
    newCustomer: () => new Customer(reident.url),
    async readAll(ordered, reading) {
      await reident.platform.database.inTenant(reident.tenant.id, async (tx) => {
        for (const capture of await listCaptures(tx, ordered.id)) {
          if (capture.reading === null) await saveReading(tx, capture.id, reading(capture.step));
        }
      });
    },
  };
}
