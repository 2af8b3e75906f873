// Whether a Redis server is fit to keep a scheme: new enough, never throws data away, and saves it. Reaching it is redis.ts's business.

type Command = (name: string, args: (string | number)[]) => Promise<unknown>;
type Warn = (line: string) => void;

async function setting(command: Command, name: string): Promise<string | undefined> {
  const reply = (await command('CONFIG', ['GET', name])) as unknown;
  return Array.isArray(reply) && typeof reply[1] === 'string' ? reply[1] : undefined;
}

async function checkVersion(command: Command): Promise<void> {
  const info = String(await command('INFO', ['server']));
  const version = info.match(/redis_version:(\S+)/)?.[1];
  // Scripts that a full server refuses as a whole came with Redis 7.
  if (version && Number.parseInt(version, 10) < 7)
    throw new Error(`Redis 7 or newer is needed, and this is ${version}.`);
}

async function checkSettings(command: Command, warn: Warn): Promise<void> {
  const policy = await setting(command, 'maxmemory-policy');
  if (policy !== undefined && policy !== 'noeviction')
    throw new Error(
      `Redis may throw records away (maxmemory-policy is ${policy}): please set it to noeviction, then start again.`,
    );
  const isSaved = (await setting(command, 'appendonly')) === 'yes' || (await setting(command, 'save')) !== '';
  if (!isSaved) warn('Redis saves nothing to disk: a restart loses everything. Please set appendonly to yes.');
}

/** Throws an Error of one clear line when the server must not be used; warns of the rest. */
export async function checkFitness(command: Command, warn: Warn): Promise<void> {
  try {
    await checkVersion(command);
    await checkSettings(command, warn);
  } catch (error) {
    // Hosted servers often forbid these commands.
    if (!(error instanceof Error && /^(NOPERM|ERR unknown command)/.test(error.message))) throw error;
    warn(
      'Redis does not let us read its settings: please make sure yourself that it is version 7 or newer, that maxmemory-policy is noeviction, and that appendonly is yes.',
    );
  }
}
