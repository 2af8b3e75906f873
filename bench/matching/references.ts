// The solvers of others: fetched from Debian where they are missing, built, and run on a matrix file.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Solver } from './cases.ts';

const here = import.meta.dirname;

/** Debian's own Python, for which Debian's scipy is installed. */
const PYTHON = '/usr/bin/python3';
const PACKAGES = ['python3-scipy', 'liblemon-dev', 'g++'];

/** What a reference found, and how long its solve alone took. */
export type Reference = { readonly seconds: number; readonly matched: number; readonly total: number };

const works = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;

const isThere = (): boolean =>
  works(PYTHON, '-c', 'import scipy.optimize') &&
  existsSync('/usr/include/lemon/network_simplex.h') &&
  works('g++', '--version');

/** Installs what is missing, on Debian as root. Throws one clear line where that cannot be. */
function provide(): void {
  if (isThere()) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if (process.getuid?.() === 0 && works('which', 'apt-get')) {
    console.log(`Installing ${PACKAGES.join(', ')} to compare with.`);
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES], { stdio: 'ignore', env });
  }
  if (!isThere())
    throw new Error(`The bench compares with other solvers. Please install: apt-get install ${PACKAGES.join(' ')}`);
}

function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} did not end well: ${stderr.trim().split('\n').at(-1)}`);
  return stdout;
}

/** Makes the references ready in a folder; what it returns runs one of them. */
export function references(folder: string): (solver: Solver, matrix: string, objective: string) => Reference {
  provide();
  const lemon = join(folder, 'lemon');
  run('g++', '-O3', '-march=native', '-o', lemon, join(here, 'lemon_reference.cpp'));
  return (solver, matrix, objective) => {
    const answer = {
      scipy: () => run(PYTHON, join(here, 'scipy_reference.py'), matrix),
      LEMON: () => run(lemon, matrix, objective),
      HiGHS: () => run(process.execPath, join(here, 'highs-reference.ts'), matrix),
    }[solver]();
    const [seconds, matched, total] = answer.trim().split('\n').at(-1)!.split(' ').map(Number);
    return { seconds: seconds!, matched: matched!, total: total! };
  };
}
