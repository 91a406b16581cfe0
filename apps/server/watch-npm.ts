import { readFileSync } from 'node:fs';

/**
 * npm hands signals on, but cannot when it is killed itself: what it started would stay behind and hold the port. Only
 * then, and only when npm started us, the processes above us change.
 */
export function watchNpm(onGone: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const before = processesAbove();
  const timer = setInterval(() => {
    if (processesAbove() === before) return;
    clearInterval(timer);
    onGone();
  }, 500).unref();
}

/** Our parent; and where that is the shell in which npm runs a script, its parent too, which is npm. */
function processesAbove(): string {
  const parent = process.ppid;
  return isScriptShell(parent) ? `${parent} ${parentOf(parent)}` : `${parent}`;
}

/** Some shells replace themselves by the command, others stay and outlive npm. Those are found where there is /proc. */
function isScriptShell(pid: number): boolean {
  return read(`/proc/${pid}/cmdline`).split('\0')[1] === '-c';
}

function parentOf(pid: number): string {
  const afterName = read(`/proc/${pid}/stat`).split(') ').pop() ?? '';
  return afterName.split(' ')[1] ?? '';
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
