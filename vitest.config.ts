import os from 'node:os';
import path from 'node:path';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { PROJECT_NAMES, type ProjectName, ROOT, testFilesByProject } from './tests/projects.ts';

/** A worker of the browser project has a browser, a server and an engine process beside it. */
const GIGABYTES_PER_WORKER = 2.5;
/** A test of a page or of the database waits half of its time, so that one worker per core would leave the cores idle. */
const WORKERS_PER_CORE = 2;

const DRAWN_SAMPLES = path.join(ROOT, 'tests/fixtures/drawn-samples.ts');

const POSTGRES = ['tests/fixtures/global-setup.ts'];

/** How long `expect.poll` waits for something that it is not told how long to wait for. */
const POLL_SECONDS = 180;

/** The limits only end what hangs. Waits end with what they wait for; how fast that is on a busy machine is nobody's fault. */
// biome-ignore format: a table
const PROJECTS: Record<ProjectName, { seconds: number; globalSetup: string[] }> = {
  //                      per test
  unit:         { seconds:  60, globalSetup: [] },
  integration:  { seconds: 900, globalSetup: [] },
  database:     { seconds: 300, globalSetup: POSTGRES },
  browser:      { seconds: 600, globalSetup: POSTGRES },
  reliability:  { seconds: 600, globalSetup: POSTGRES },
};

/** The longest files first, as ever, and before them the project that has the longest: so no core idles at the end. */
class LongestProjectFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ project }: TestSpecification) => PROJECT_NAMES.indexOf(project.name as ProjectName);
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
        resolve: { alias: [{ find: /^@reident\/samples$/, replacement: DRAWN_SAMPLES }] },
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
