import os from 'node:os';
import path from 'node:path';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { PROJECT_NAMES, type ProjectName, ROOT, testFilesByProject } from './tests/projects.ts';

/** A worker of the browser project has a browser, a server and an engine process beside it. */
const GIGABYTES_PER_WORKER = 2.5;
/** A test of a page or of the database waits half of its time, so that one worker per core would leave the cores idle. */
const WORKERS_PER_CORE = 2;

/** What is kept for other files and other runs stands in for what makes it. */
const KEPT_SAMPLES = { find: /^@reident\/samples$/, replacement: path.join(ROOT, 'tests/fixtures/drawn-samples.ts') };
const KEPT_READINGS = {
  find: /^@reident\/engine$/,
  replacement: path.join(ROOT, 'tests/fixtures/engine/kept-readings.ts'),
};

type Alias = typeof KEPT_SAMPLES;

const POSTGRES = ['tests/fixtures/global-setup.ts'];

/** How long `expect.poll` waits for something that it is not told how long to wait for. */
const POLL_SECONDS = 180;

/** The limits only end what hangs. Waits end with what they wait for; how fast that is on a busy machine is nobody's fault. */
// biome-ignore format: a table
const PROJECTS: Record<ProjectName, { seconds: number; globalSetup: string[]; kept: Alias[] }> = {
  //                       per test
  unit:         { seconds:    60, globalSetup: [],       kept: [KEPT_SAMPLES] },
  integration:  { seconds:   900, globalSetup: [],       kept: [KEPT_SAMPLES] },
  database:     { seconds:   300, globalSetup: POSTGRES, kept: [KEPT_SAMPLES, KEPT_READINGS] },
  browser:      { seconds: 1_800, globalSetup: POSTGRES, kept: [KEPT_SAMPLES, KEPT_READINGS] },
  reliability:  { seconds:   600, globalSetup: POSTGRES, kept: [KEPT_SAMPLES, KEPT_READINGS] },
};

/** By their longest file; within one of them the longest file is first, as ever. So no core idles at the end. */
const LONGEST_FIRST: readonly ProjectName[] = ['integration', 'reliability', 'browser', 'database', 'unit'];

class LongestProjectFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ project }: TestSpecification) => LONGEST_FIRST.indexOf(project.name as ProjectName);
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

const files = testFilesByProject();

export default defineConfig({
  test: {
    // Modules are loaded once for all files of a worker; nothing of ours keeps state in them.
    pool: 'threads',
    isolate: false,
    maxWorkers: Math.max(
      1,
      Math.min(
        os.availableParallelism() * WORKERS_PER_CORE,
        Math.floor(os.totalmem() / 1024 ** 3 / GIGABYTES_PER_WORKER),
      ),
    ),
    sequence: { sequencer: LongestProjectFirst },
    projects: PROJECT_NAMES.map(
      (name): TestProjectInlineConfiguration => ({
        resolve: { alias: PROJECTS[name].kept },
        test: {
          name,
          include: files[name],
          globalSetup: PROJECTS[name].globalSetup,
          testTimeout: PROJECTS[name].seconds * 1000,
          hookTimeout: PROJECTS[name].seconds * 1000,
          expect: { poll: { timeout: POLL_SECONDS * 1000 } },
          pool: 'threads',
          isolate: false,
        },
      }),
    ),
  },
});
