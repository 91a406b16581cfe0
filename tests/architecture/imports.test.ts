import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { circles, type Import, readImports } from './import-graph.ts';
import { ROOMS, roomOf } from './rooms.ts';

const root = path.resolve(import.meta.dirname, '../..');
const { files, imports, broken } = readImports(root);

/** Tests may look into every room, and benchmarks into the fixtures of tests; what is shipped may not. */
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.startsWith('tests/');
const usesFixtures = (file: string) => isTest(file) || file.startsWith('benchmarks/') || file === 'vitest.config.ts';
/** Vite loads its configuration before packages can be found by their names. */
const isBuild = (file: string) => file.endsWith('/vite.config.ts');
const shipped = imports.filter(({ from }) => !isTest(from));
const told = ({ from, to }: Import) => `${from} -> ${to}`;

describe('imports', () => {
  it('are read at all, in every spelling that this project uses', () => {
    expect(files.length).toBeGreaterThan(700);
    const spellings = (pattern: RegExp) => imports.filter(({ specifier }) => pattern.test(specifier)).length;
    expect(spellings(/^\.\//)).toBeGreaterThan(300);
    expect(spellings(/^@reident\/\w+$/)).toBeGreaterThan(200);
    expect(spellings(/^@reident\/[\w-]+\/./)).toBeGreaterThan(10);
  });

  it('lead to files that exist; tests also spell some that do not, as examples', () => {
    expect(broken.filter((told) => !isTest(told.split(':')[0]!))).toEqual([]);
  });

  it('form no circle, not between types either', () => {
    const next = new Map<string, string[]>();
    for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
    expect(circles(files, (file) => next.get(file) ?? [])).toEqual([]);
  });

  it('never lead from what is shipped into tests', () => {
    expect(shipped.filter(({ from, to }) => isTest(to) && !usesFixtures(from)).map(told)).toEqual([]);
  });

  it('cross from one package into another through its front door only', () => {
    const packageOf = (file: string) => /^(packages|apps)\/[^/]+|^[^/]+/.exec(file)![0];
    const deep = shipped.filter(
      ({ from, to, specifier }) =>
        /^(packages|apps)\//.test(from) &&
        !isBuild(from) &&
        packageOf(from) !== packageOf(to) &&
        specifier.startsWith('.'),
    );
    expect(deep.map(told)).toEqual([]);
  });
});

describe('rooms', () => {
  const names = Object.keys(ROOMS);
  const crossing = shipped.flatMap((one) => {
    const [from, to] = [roomOf(one.from), isTest(one.to) ? null : roomOf(one.to)];
    return from !== null && to !== null && from !== to ? [{ ...one, room: from, other: to }] : [];
  });

  it('hold every source file', () => {
    expect(files.filter((file) => !isTest(file) && roomOf(file) === null)).toEqual([]);
  });

  it('use only what the table allows', () => {
    const forbidden = crossing.filter(({ room, other }) => !ROOMS[room]!.uses.includes(other));
    expect(forbidden.map((one) => `${one.room} may not use ${one.other}: ${told(one)}`)).toEqual([]);
  });

  it('stand in the table above all they use, so that no arrow leads upward and there is no circle', () => {
    const upward = names.flatMap((room, at) =>
      ROOMS[room]!.uses.filter((other) => names.indexOf(other) >= at || !names.includes(other)).map(
        (other) => `${room} uses ${other}, which stands above it`,
      ),
    );
    expect(upward).toEqual([]);
  });

  it('are allowed nothing that nobody uses', () => {
    const used = new Set(crossing.map(({ room, other }) => `${room} -> ${other}`));
    const idle = names.flatMap((room) =>
      ROOMS[room]!.uses.map((other) => `${room} -> ${other}`).filter((arrow) => !used.has(arrow)),
    );
    expect(idle).toEqual([]);
  });
});

describe('the search for circles', () => {
  it('finds each group of nodes that reach each other, and no more', () => {
    const arrows: Record<string, string[]> = {
      a: ['b'],
      b: ['c'],
      c: ['a', 'd'],
      d: ['e'],
      e: ['f'],
      f: ['e'],
      g: ['a'],
    };
    expect(circles(Object.keys(arrows), (node) => arrows[node] ?? []).sort()).toEqual([
      ['a', 'b', 'c'],
      ['e', 'f'],
    ]);
  });
});
