import { type ContractClient, fieldOf } from './contract-client.ts';
import { Difference } from './difference.ts';
import { area } from './expectation.ts';
import { expectError, expectHeader, expectList, expectStatus } from './judge.ts';

/** A list that has at least two entries. */
async function twoEntries(client: ContractClient): Promise<string> {
  await client.createdId();
  await client.requested();
  return `/v1/persons/${await client.person()}/identifications`;
}

// biome-ignore format: a table
export const LISTS = area('list', [
  // name         certainty    source                     expects
  ['bare',       'published', 'API reference, requests', 'a list is a bare array', async (client) => {
    expectList(await client.send('GET', '/v1/persons'));
  }],
  ['size',       'published', 'API reference, requests', 'page[size] limits the entries', async (client) => {
    const entries = expectList(await client.send('GET', `${await twoEntries(client)}?page[size]=1`));
    if (entries.length !== 1) throw new Difference(`${entries.length} entries, not 1`);
  }],
  ['pages',      'published', 'API reference, requests', 'page[number] counts from 1 and pages do not overlap', async (client) => {
    const path = await twoEntries(client);
    const [first] = expectList(await client.send('GET', `${path}?page[size]=1&page[number]=1`));
    const [second] = expectList(await client.send('GET', `${path}?page[size]=1&page[number]=2`));
    if (second === undefined) throw new Difference('the second page is empty');
    if (fieldOf(first, 'id') === fieldOf(second, 'id')) throw new Difference('both pages have the same entry');
  }],
  ['total',      'published', 'API reference, requests', 'the header total counts all entries', async (client) => {
    expectHeader(await client.send('GET', `${await twoEntries(client)}?page[size]=1`), 'total', /^([2-9]|\d\d+)$/);
  }],
  ['per_page',   'disputed',  'API reference, requests', 'the page size is in per-page or per_page', async (client) => {
    const { headers } = await client.send('GET', '/v1/persons?page[size]=1');
    const size = headers.get('per-page') ?? headers.get('per_page');
    if (size !== '1') throw new Difference(size === null ? 'neither header is there' : 'the header is not 1');
  }],
  ['link',       'published', 'API reference, requests', 'the header link leads to the next and the last page', async (client) => {
    const answer = await client.send('GET', `${await twoEntries(client)}?page[size]=1`);
    expectHeader(answer, 'link', /rel="?next"?/);
    expectHeader(answer, 'link', /rel="?last"?/);
  }],
  ['sort',       'inferred',  'API reference, requests', 'sort=-created_at turns the order round', async (client) => {
    const path = await twoEntries(client);
    const ids = async (sort: string) => expectList(await client.send('GET', `${path}?sort=${sort}&page[size]=100`)).map((entry) => fieldOf(entry, 'id'));
    const [up, down] = [await ids('created_at'), await ids('-created_at')];
    if (up.join() !== down.reverse().join()) throw new Difference('the order is another one');
  }],
  ['too_large',  'inferred',  'API reference, requests', 'a page of more than 1000 is refused', async (client) => {
    expectError(await client.send('GET', '/v1/persons?page[size]=1001'), 400);
  }],
  ['behind_end', 'ours',      'decision',                'a page behind the end is empty', async (client) => {
    const answer = await client.send('GET', `${await twoEntries(client)}?page[number]=999`);
    expectStatus(answer, 200);
    if (expectList(answer).length > 0) throw new Difference('it has entries');
  }],
]);
