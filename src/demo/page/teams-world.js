// The tenant as the Teams stand-in tells of it, in the words of this page: people by their directory id, times in seconds.

const tsOf = id => String(Number(id) / 1000);

function messageOf(message, byId, bot) {
  return { ...message, ts: tsOf(message.id), user: message.from === 'bot' ? bot.id : byId.get(message.from) };
}

/** When each person was last written to, by place; the personal chat is called `dm` here. */
function latestOf(latest, byId) {
  const places = ([place, id]) => [place === 'chat' ? 'dm' : place, tsOf(id)];
  const one = ([user, at]) => [byId.get(user), Object.fromEntries(Object.entries(at).map(places))];
  return Object.fromEntries(Object.entries(latest).map(one));
}

/** What the page's other parts expect, whichever side they show. */
export function fromTeams({ users, bot, latest, me, channels, chat, ...rest }) {
  const byId = new Map(users.map(user => [user.id, user.aadObjectId]));
  const people = users.map(({ id, aadObjectId, name, ...user }) => ({ ...user, id: aadObjectId, realName: name }));
  const robot = { id: bot.id, realName: bot.name, isBot: true };
  const read = messages => messages.map(message => messageOf(message, byId, bot));
  return {
    ...rest,
    bot: bot.id,
    botName: bot.name,
    users: [...people, robot],
    ...(latest ? { latest: latestOf(latest, byId) } : {}),
    ...(me
      ? {
          me: byId.get(me),
          dm: { messages: read(chat) },
          channels: channels.map(channel => ({ ...channel, messages: read(channel.messages) })),
        }
      : {}),
  };
}
