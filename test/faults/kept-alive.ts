// A bot that somebody starts again whenever it has stopped: the first life may be told to end somewhere, the next ones go on.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Order } from './bot-process.ts';
import type { Life, Lives } from './mortal-bot.ts';

export type KeptAlive = {
  first: Life;
  life(): Life;
  /** Until it lives and answers. */
  revived(): Promise<void>;
  end(): Promise<void>;
};

/** Starts it; `met` is told of each life, so that the platform finds it. */
export async function keptAlive(lives: Lives, order: Order, met: (life: Life) => void): Promise<KeptAlive> {
  const begin = async (): Promise<Life> => {
    const life = await lives.start(order);
    met(life);
    return life;
  };
  let life = await begin();
  const first = life;
  let revival: Promise<unknown> = Promise.resolve();
  let isOver = false;
  void first.died.then(() => {
    if (isOver) return;
    revival = begin().then(next => {
      life = next;
    });
  });
  return {
    first,
    life: () => life,
    revived: async () => {
      // The end of a process is heard of a moment after its lines are cut.
      while (!(await life.points().then(Boolean, () => false))) {
        await sleep(20);
        await revival;
      }
    },
    end: async () => {
      await revival;
      isOver = true;
      await life.end();
    },
  };
}
