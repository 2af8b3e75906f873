// Makes sure that redis-server and Chromium are here, since the tests use the real ones: apt where it can, else one clear line.
import { spawnSync } from 'node:child_process';

const has = names => names.some(name => spawnSync('which', [name]).status === 0);
const needed = [
  { names: ['redis-server'], debian: 'redis-server' },
  { names: ['chromium', 'chromium-browser', 'google-chrome'], debian: 'chromium' },
].filter(tool => !has(tool.names));

if (needed.length > 0) {
  const packages = needed.map(tool => tool.debian);
  const canApt = process.getuid?.() === 0 && has(['apt-get']);
  if (canApt) {
    console.log(`Installing ${packages.join(' and ')} for the tests.`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages, 'fonts-dejavu-core'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
  }
  const missing = needed.filter(tool => !has(tool.names)).map(tool => tool.debian);
  if (missing.length > 0) {
    console.error(
      `The tests need ${missing.join(' and ')}. Please install: apt-get install ${missing.join(' ')} (or the same with your system's package manager), then run npm test again.`,
    );
    process.exit(1);
  }
}
