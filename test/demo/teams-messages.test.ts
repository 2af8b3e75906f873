// Messages, cards, channels and rosters of the Teams stand-in, with a real teams-ai bot on the other side.
import { CardFactory, MessageFactory, TeamsInfo } from 'botbuilder';
import { afterEach, describe, expect, test } from 'vitest';
import type { TeamsStandIn } from '../../src/demo/teams/stand-in.ts';
import { aBot, activitiesOf, aTenant, attached, call, card, closeAll, input, sends, text } from './teams-app.ts';

afterEach(closeAll);

async function withTeam(teams: TeamsStandIn) {
  const team = teams.addTeam({ name: 'Technicians', members: ['ada', 'sam', 'kim'], hasBot: true });
  const forum = teams.addChannel({ team: team.id, name: 'Forum' });
  await teams.quiet();
  return { team, forum };
}

describe('talking', () => {
  test('a word in the personal chat is heard with who said it, and answered there', async () => {
    const teams = await aTenant();
    const heard: unknown[] = [];
    await aBot(teams, app =>
      app.message(/.*/, async context => {
        heard.push([context.activity.text, context.activity.from.aadObjectId, context.activity.conversation.tenantId]);
        await context.sendActivity(`You said ${context.activity.text}`);
      }),
    );
    const seen = await teams.as('ada').say('register & <b>');
    expect(heard).toEqual([['register &amp; &lt;b&gt;', 'ada', teams.world.tenant.id]]);
    expect(seen).toMatchObject({ ok: true, message: { from: 'bot', text: 'You said register &amp; &lt;b&gt;' } });
    expect(teams.as('ada').chat()).toHaveLength(2);
    expect(teams.as('sam').chat()).toEqual([]);
  });

  test('in a channel the bot hears only what mentions it, and answers in the thread', async () => {
    const teams = await aTenant();
    const heard: string[] = [];
    await aBot(teams, app =>
      app.message(/.*/, async context => {
        heard.push(context.activity.conversation.id);
        await context.sendActivity('Here');
      }),
    );
    const { forum } = await withTeam(teams);
    await teams.as('ada').say('just talking', 'Technicians/Forum');
    await teams.as('ada').say('@Mentor help', 'Technicians/Forum');
    const [said, asked, answer] = teams.as('sam').messages('Forum');
    expect(heard).toEqual([`${forum.id};messageid=${asked?.id}`]);
    expect(said?.root).toBeUndefined();
    expect(answer).toMatchObject({ from: 'bot', text: 'Here', root: asked?.id });
    expect(() => teams.as('ada').messages('Elsewhere')).toThrow('No channel is called');
  });

  test('a bot that does not answer, or answers with an error, is seen as such', async () => {
    const teams = await aTenant();
    expect(await teams.as('ada').say('x')).toMatchObject({ ok: false, error: 'no_answer' });
    expect(() => teams.as('nobody')).toThrow('Nobody can sit');
    await expect(teams.as('kim').say('x')).rejects.toThrow('does not have the bot');
  });
});

describe('cards in messages', () => {
  test('a button sends its data with the inputs; empty ones are absent, several choices joined', async () => {
    const teams = await aTenant();
    const values: unknown[] = [];
    await aBot(teams, app => {
      app.message('card', async context => {
        const choices = ['Red', 'Green', 'Blue'].map(title => ({ title, value: title.toLowerCase() }));
        const body = [
          input('Text', 'name', 'Name', { isRequired: true, errorMessage: 'Who are you?', maxLength: 5 }),
          input('ChoiceSet', 'colours', 'Colours', { isMultiSelect: true, choices }),
          input('ChoiceSet', 'one', 'One colour', { choices }),
          input('Toggle', 'yes', 'Yes?', { title: 'Yes' }),
          input('Number', 'age', 'Age', { min: 18, max: 99, value: 20 }),
          input('Date', 'day', 'Day', { min: '2026-01-01' }),
        ];
        await context.sendActivity(attached(card(body, [sends('Save', { name: 'from the button', go: 1 })])));
      });
      app.activity('message', async context => {
        values.push(context.activity.value);
        await context.sendActivity('Saved');
      });
    });
    const ada = teams.as('ada');
    expect((await ada.say('card')).message?.card?.buttons).toEqual(['Save']);
    expect(await ada.submit()).toEqual({ ok: false, problems: { Name: 'Who are you?' } });
    ada.fill({ Name: 'Ada Quill', Age: '17', Day: '2025-12-31' });
    expect((await ada.submit()).problems).toMatchObject({ Name: 'Who are you?', Age: /look/, Day: /look/ });
    expect(values).toEqual([]);
    ada.fill({ Name: 'Ada', Colours: ['Red', 'Blue'], Age: '40', Day: '2026-02-03' });
    expect(await ada.submit()).toMatchObject({ ok: true, message: { text: 'Saved' } });
    expect(values).toEqual([{ name: 'Ada', colours: 'red,blue', yes: 'false', age: '40', day: '2026-02-03', go: 1 }]);
    expect(() => ada.fill({ Colours: ['Pink'] })).toThrow('Offered: Red | Green | Blue');
    expect(() => ada.fill({ Pets: 'x' })).toThrow('Nothing reads "Pets"');
  });

  test('an Action.Execute waits for its answer, which takes the place of the card for whoever pressed', async () => {
    const teams = await aTenant();
    await aBot(teams, app => {
      app.message('card', async context => {
        const execute = { type: 'Action.Execute', title: 'Go', verb: 'go', data: { n: 1 } };
        await context.sendActivity(attached(card([input('Text', 'what', 'What')], [execute])));
      });
      app.adaptiveCards.actionExecute('go', async (_context, _state, data) => {
        if ((data as { what?: string }).what === 'word') return 'Only a word';
        return card([text(`Went ${JSON.stringify(data)}`)]) as never;
      });
    });
    const sam = teams.as('sam');
    await sam.say('card');
    sam.fill({ What: 'word' });
    expect(await sam.press('Go')).toMatchObject({ ok: true, toast: 'Only a word' });
    sam.fill({ What: 'there' });
    expect(await sam.press('Go')).toMatchObject({ ok: true });
    expect(sam.chat().at(-1)?.card?.words).toBe('Went {"n":1,"what":"there"}');
  });

  test('parts behind a button are shown and hidden without the bot; two of one name are told apart by their rows', async () => {
    const teams = await aTenant();
    const pressed: unknown[] = [];
    await aBot(teams, app => {
      app.message('card', async context => {
        const row = (name: string) => ({
          type: 'ColumnSet',
          columns: [
            { type: 'Column', items: [text(name)] },
            { type: 'Column', items: [{ type: 'ActionSet', actions: [sends('Open', { name })] }] },
          ],
        });
        const sure = {
          type: 'Action.ShowCard',
          title: 'Remove',
          card: card([text('Sure?')], [sends('Yes', { sure: 1 })]),
        };
        await context.sendActivity(attached(card([row('Ada'), row('Sam')], [sure])));
      });
      app.activity('message', async context => {
        pressed.push(context.activity.value);
      });
    });
    const ada = teams.as('ada');
    await ada.say('card');
    await expect(ada.press('Yes')).rejects.toThrow('Nothing reads "Yes"');
    const buttons = () => ada.chat().at(-1)?.card?.buttons;
    expect(buttons()).not.toContain('Yes');
    await ada.press('Remove');
    expect(buttons()).toContain('Yes');
    await ada.press('Yes');
    await expect(ada.press('Open')).rejects.toThrow('Several things read "Open"');
    await ada.press('Open', { near: 'Sam' });
    expect(pressed).toEqual([{ sure: 1 }, { name: 'Sam' }]);
  });
});

describe('what the bot may do', () => {
  test('posts, threads, mentions, updates, deletions', async () => {
    const teams = await aTenant();
    const bot = await aBot(teams, app => void app.message('x', async () => {}));
    const { team, forum } = await withTeam(teams);
    const { appId, serviceUrl, sam } = {
      appId: teams.world.app.id,
      serviceUrl: teams.serviceUrl(),
      sam: teams.as('sam').user,
    };
    const mention = { type: 'mention', text: '<at>Sam</at>', mentioned: { id: sam.id, name: 'Sam' } };
    const activity = { ...MessageFactory.text('Hello <at>Sam</at>'), entities: [mention] };
    const parameters = { isGroup: true, channelData: { channel: { id: forum.id } }, activity } as never;
    await bot.adapter.createConversationAsync(appId, 'msteams', serviceUrl, '', parameters, async context => {
      await context.sendActivity('In the thread');
      const sent = await context.sendActivity('Wrong');
      await context.updateActivity({ ...MessageFactory.text('Right'), id: sent!.id } as never);
      const gone = await context.sendActivity('Gone');
      await context.deleteActivity(gone!.id);
    });
    const [post, reply, other, ...rest] = teams.as('kim').messages(forum.id);
    expect(post).toMatchObject({ text: 'Hello <at>Sam</at>', mentioned: [sam.id] });
    expect(reply).toMatchObject({ text: 'In the thread', root: post?.id });
    expect(other).toMatchObject({ text: 'Right', isEdited: true });
    expect(rest).toEqual([]);
    expect(teams.as('kim').messages(team.id)).toEqual([]);
    expect(bot.errors).toEqual([]);
  });

  test('a personal chat with somebody who never wrote, as long as the bot is somewhere with them', async () => {
    const teams = await aTenant();
    const { id } = teams.as('kim').user;
    const open = () =>
      call(teams, 'POST', 'v3/conversations', { isGroup: false, members: [{ id }], tenantId: teams.world.tenant.id });
    expect(await open()).toMatchObject({ status: 403, code: 'ForbiddenOperationException' });
    await withTeam(teams);
    const opened = await open();
    expect(opened.status).toBe(201);
    expect((await open()).body).toEqual(opened.body);
    const chat = (opened.body as { id: string }).id;
    expect((await call(teams, 'POST', activitiesOf(chat), { type: 'message', text: 'Hello' })).status).toBe(201);
    expect(
      teams
        .as('kim')
        .chat()
        .map(each => each.text),
    ).toEqual(['Hello']);
    const other = { isGroup: false, members: [{ id }], tenantId: 'another' };
    expect((await call(teams, 'POST', 'v3/conversations', other)).status).toBe(400);
  });

  test('rosters in pages, members, the team and its channels', async () => {
    const teams = await aTenant();
    let seen: unknown[] = [];
    await aBot(teams, app =>
      app.message(/.*/, async context => {
        const first = await TeamsInfo.getPagedMembers(context, 50);
        const second = await TeamsInfo.getPagedMembers(context, 50, first.continuationToken);
        const channels = await TeamsInfo.getTeamChannels(context);
        const team = await TeamsInfo.getTeamDetails(context);
        const ada = await TeamsInfo.getMember(context, 'ada');
        seen = [
          first.members.length,
          second.members.length,
          second.continuationToken,
          channels.map(each => each.name),
          team.name,
          ada.email,
        ];
      }),
    );
    const many = Array.from({ length: 60 }, (_, n) => teams.addUser({ aadObjectId: `p${n}`, name: `Person ${n}` }).id);
    const team = teams.addTeam({ name: 'Technicians', members: ['ada', ...many], hasBot: true });
    teams.addChannel({ team: team.id, name: 'Forum' });
    teams.addChannel({ team: team.id, name: 'Closed', isPrivate: true, members: ['ada'] });
    await teams.as('ada').say('@Mentor who', 'Technicians/General');
    expect(seen).toEqual([50, 11, undefined, [undefined, 'Forum'], 'Technicians', 'ada.quill@tenant.example']);
  });

  test('what is not as Teams takes it is refused in Microsoft’s words', async () => {
    const teams = await aTenant();
    await withTeam(teams);
    const { id: chat } = (
      await call(teams, 'POST', 'v3/conversations', {
        members: [{ id: teams.as('ada').user.id }],
        tenantId: teams.world.tenant.id,
      })
    ).body as { id: string };
    const post = async (body: object, to = chat) => {
      const { status, code } = await call(teams, 'POST', activitiesOf(to), { type: 'message', ...body });
      return `${status} ${code}`;
    };
    const withCard = (...body: object[]) => attached(card(body));
    const bad: object[] = [
      { text: '' },
      { text: 'Hi <at>all</at>' },
      { text: 'Hi', entities: [{ type: 'mention', text: '<at>Ada</at>', mentioned: { id: teams.as('ada').user.id } }] },
      {
        text: '<at>Sam</at>',
        entities: [{ type: 'mention', text: '<at>Sam</at>', mentioned: { id: teams.as('sam').user.id } }],
      },
      withCard({ type: 'Action.Jump' }),
      withCard(text('<at>all</at>')),
      withCard(input('Text', 'a', 'A'), input('Text', 'a', 'B')),
      withCard(input('ChoiceSet', 'a', 'A', { isMultiSelect: true, choices: [{ title: 'x', value: 'a,b' }] })),
      withCard({ type: 'Input.Text', id: 'a' }),
      attached(
        card(
          [],
          Array.from({ length: 7 }, (_, n) => sends(`B${n}`)),
        ),
      ),
      attached({ ...card([]), version: '1.6' }),
      { attachments: [{ contentType: 'application/vnd.microsoft.card.hero', content: {} }] },
    ];
    for (const each of bad) expect([each, await post(each)]).toEqual([each, '400 BadArgument']);
    expect(await post({ text: 'x'.repeat(28 * 1024) })).toBe('413 MessageSizeTooBig');
    expect(await post({ text: 'x' }, 'a:nobody')).toBe('404 ConversationNotFound');
    expect((await call(teams, 'PUT', `${activitiesOf(chat)}/1`, { type: 'message', text: 'x' })).code).toBe(
      'ActivityNotFoundInConversation',
    );
    expect((await call(teams, 'GET', 'v3/nothing')).status).toBe(404);
    expect((await call(teams, 'POST', activitiesOf(chat), {}, 'a-token-of-nobody')).status).toBe(401);
    expect(teams.as('ada').chat()).toEqual([]);
    const good = withCard(text('Hello'), {
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text: '<at>all</at>' }],
    });
    expect(await post({ ...good, summary: 'Hello' })).toBe('201 undefined');
    expect(CardFactory.adaptiveCard({}).contentType).toBe('application/vnd.microsoft.card.adaptive');
  });
});
