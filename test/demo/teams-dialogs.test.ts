// Dialogs, files and who may speak to the bot: what a Teams client does with the answers of a real teams-ai bot.
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { TeamsStandIn } from '../../src/demo/teams/stand-in.ts';
import { type App, aBot, aTenant, attached, card, closeAll, input, opens, sends, text } from './teams-app.ts';

afterEach(closeAll);

const form = (more: object[] = []) =>
  card([input('Text', 'name', 'Name', { isRequired: true }), ...more], [sends('Send', { verb: 'form' })]);
const task = (title: string, content: object) =>
  ({
    title,
    height: 'medium',
    width: 'medium',
    card: { contentType: 'application/vnd.microsoft.card.adaptive', content },
  }) as never;

/** A bot with a button that opens a form; `take` answers what is sent. */
async function withForm(
  teams: TeamsStandIn,
  take: (data: Record<string, unknown>) => unknown,
  more?: (app: App) => void,
) {
  return aBot(teams, app => {
    app.message('form', async context => {
      await context.sendActivity(attached(card([text('A form')], [opens('Open', { verb: 'form', n: 1 })])));
    });
    app.taskModules.fetch('form', async () => task('A form', form()));
    app.taskModules.submit('form', async (_context, _state, data) => take(data as Record<string, unknown>) as never);
    more?.(app);
  });
}

describe('a dialog', () => {
  test('opens from a message, is checked before it is sent, goes on, and closes', async () => {
    const teams = await aTenant();
    const taken: unknown[] = [];
    await withForm(teams, data => {
      taken.push(data);
      if (taken.length === 1) return task('Again', form([text('That name is taken.')]));
      return taken.length === 2 ? 'Thank you' : undefined;
    });
    const ada = teams.as('ada');
    await ada.say('form');
    const opened = await ada.press('Open');
    expect(opened).toMatchObject({
      ok: true,
      dialog: { title: 'A form', buttons: ['Send'], size: { height: 'medium' } },
    });
    expect(await ada.submit()).toMatchObject({ ok: false, problems: { Name: 'This needs another look.' } });
    expect(ada.dialog()?.problems).toEqual({ Name: 'This needs another look.' });
    expect(taken).toEqual([]);
    ada.fill({ Name: 'Ada' });
    expect(await ada.submit()).toMatchObject({ ok: true, dialog: { title: 'Again', values: { Name: undefined } } });
    ada.fill({ Name: 'Ada Q' });
    expect(await ada.submit()).toMatchObject({ ok: true, toast: 'Thank you' });
    expect(ada.dialog()).toBeUndefined();
    await ada.press('Open');
    ada.fill({ Name: 'Once more' });
    expect(await ada.submit()).toMatchObject({ ok: true });
    expect(ada.dialog()).toBeUndefined();
    expect(taken.map(each => (each as { name: string }).name)).toEqual(['Ada', 'Ada Q', 'Once more']);
    await ada.press('Open');
    ada.close();
    expect(() => ada.close()).toThrow('no dialog open');
  });

  test('what cannot be shown leaves it as it was, with what was typed', async () => {
    const teams = await aTenant();
    const answers: unknown[] = [
      task('', form()),
      task('Execute', card([], [{ type: 'Action.Execute', title: 'Go', verb: 'x' }])),
      task('Big', card([text('x'.repeat(30_000))])),
    ];
    await withForm(teams, () => answers.shift());
    const ada = teams.as('ada');
    await ada.say('form');
    await ada.press('Open');
    ada.fill({ Name: 'Ada' });
    for (const reason of ['a dialog needs a title', 'a dialog knows no Action.Execute', 'the card is too large']) {
      const seen = await ada.submit();
      expect(seen).toMatchObject({ ok: false, error: 'invalid_response' });
      expect(seen.details?.join()).toContain(reason);
      expect(ada.dialog()).toMatchObject({ title: 'A form', values: { Name: 'Ada' }, failure: /Unable to reach/ });
    }
  });

  test('a press nobody answers is asked again twice with the same id, then the client gives up', async () => {
    const teams = await aTenant({ timing: { invokeMs: 60 } });
    let slow = true;
    await withForm(
      teams,
      () => undefined,
      app => {
        app.turn('beforeTurn', async context => {
          if (slow && context.activity.type === 'invoke') await new Promise(resolve => setTimeout(resolve, 150));
          return true;
        });
      },
    );
    const ada = teams.as('ada');
    await ada.say('form');
    expect(await ada.press('Open')).toMatchObject({ ok: false, error: 'no_answer', details: ['timeout'] });
    const invokes = teams.deliveries.filter(each => each.kind === 'invoke');
    expect(invokes.map(each => each.attempt)).toEqual([0, 1, 2]);
    expect(new Set(invokes.map(each => each.activity.id)).size).toBe(1);
    slow = false;
    expect(await ada.press('Open')).toMatchObject({ ok: true, dialog: { title: 'A form' } });
  });

  test('an invoke no handler takes is an error of the bot', async () => {
    const teams = await aTenant();
    await aBot(teams, app =>
      app.message('form', async context => {
        await context.sendActivity(attached(card([], [opens('Open', { verb: 'nothing' })])));
      }),
    );
    await teams.as('ada').say('form');
    expect(await teams.as('ada').press('Open')).toMatchObject({
      ok: false,
      error: 'bot_error',
      details: ['status 501'],
    });
  });
});

describe('a file', () => {
  async function withFile(teams: TeamsStandIn) {
    const seen: string[] = [];
    await aBot(teams, app => {
      app.message('file', async context => {
        const content = { description: 'Notes', sizeInBytes: 5, acceptContext: { f: 1 }, declineContext: { f: 1 } };
        const contentType = 'application/vnd.microsoft.teams.card.file.consent';
        await context.sendActivity({ attachments: [{ contentType, name: 'notes.txt', content }] });
      });
      app.fileConsentAccept(async (_context, _state, { uploadInfo, context }) => {
        const headers = { 'content-range': 'bytes 0-4/5' };
        const put = await fetch(uploadInfo!.uploadUrl!, { method: 'PUT', headers, body: 'hello' });
        seen.push(`${put.status} ${JSON.stringify(context)}`);
      });
      app.fileConsentDecline(async context => {
        await context.sendActivity('As you like');
      });
    });
    return seen;
  }

  test('is uploaded when it is wanted, and may be declined', async () => {
    const teams = await aTenant();
    const seen = await withFile(teams);
    const ada = teams.as('ada');
    expect((await ada.say('file')).message?.files).toEqual([{ kind: 'offer', name: 'notes.txt', size: 5 }]);
    await ada.file('accept');
    expect(seen).toEqual(['201 {"f":1}']);
    const [kept] = Object.values(teams.world.files);
    expect(Buffer.from(kept!.content, 'base64').toString()).toBe('hello');
    expect(await (await fetch(`${teams.url}/files/${kept!.id}/notes.txt`)).text()).toBe('hello');
    expect(
      (
        await fetch(`${teams.url}/upload/${kept!.id}`, {
          method: 'PUT',
          body: 'again',
          headers: { 'content-range': 'bytes 0-4/5' },
        })
      ).status,
    ).toBe(400);
    expect(await ada.file('decline')).toMatchObject({ message: { text: 'As you like' } });
    await expect(teams.as('sam').file('accept')).rejects.toThrow('offered no file');
  });
});

describe('tokens', () => {
  test('what the stand-in signs a bot accepts; nothing else', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const teams = await aTenant();
    let heard = 0;
    await aBot(teams, app => app.message(/.*/, async () => void heard++));
    await teams.as('ada').say('x');
    const { activity } = teams.deliveries.at(-1)!;
    const serviceUrl = teams.serviceUrl();
    const bearer = (claims?: object) => `Bearer ${teams.keys.tokenFor(serviceUrl, { ...claims })}`;
    const statusOf = async (authorization: string | undefined) => {
      const answer = await teams.raw(activity, authorization);
      return answer.kind === 'answer' ? answer.status : answer.kind;
    };
    expect(heard).toBe(1);
    expect(await statusOf(bearer())).toBe(200);
    expect(heard).toBe(2);
    for (const claims of [
      { aud: 'another' },
      { iss: 'https://another' },
      { serviceurl: 'https://another' },
      { exp: 1 },
    ])
      expect(await statusOf(bearer(claims))).toBe(401);
    expect(await statusOf(undefined)).toBe(401);
    expect(heard).toBe(2);
    said.mockRestore();
  });
});
