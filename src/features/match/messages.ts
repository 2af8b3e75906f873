// All wording of matching: the preview, its pairs, who is left over and why, and what those read who were left over.

const people = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
const mentees = (n: number): string => people(n, 'mentee', 'mentees');
const mentors = (n: number): string => people(n, 'mentor', 'mentors');
const pairs = (n: number): string => people(n, 'pair', 'pairs');
const leftOver = (forMentees: number, forMentors: number): string => {
  const both = [...(forMentees > 0 ? [mentees(forMentees)] : []), ...(forMentors > 0 ? [mentors(forMentors)] : [])];
  return both.length > 0 ? `Left over: ${both.join(' and ')}.` : 'Nobody is left over.';
};

export const messages = {
  letter: { leftOver: 'Mentor: something for you', open: 'Open' },
  start: {
    title: 'Matching',
    available: (forMentees: string, forMentors: string) =>
      `Waiting for a mentor: ${forMentees}. Mentors with a place free: ${forMentors}.`,
    number: (n: number, more: boolean) => (more ? `more than ${n}` : String(n)),
    how: 'I go through everybody who is available and look for the pairs with which as many people as possible have a mentor and fit as well as they can. You see every pair with the reasons, and everybody left over, before anybody is told.',
    nobody:
      'There is nobody to put together at present. As soon as there is a mentee waiting and a mentor with a place, you can start here.',
    modes: {
      profile: '',
      event: 'Whoever has not been to an event yet is not among them.',
      both: 'Whoever has not been to an event yet is not among them.',
      mentee: 'In this scheme mentees choose for themselves. A preview is for whoever is still waiting.',
      coordinator: 'In this scheme you put people together pair by pair. A preview does it for all who are waiting.',
    },
    go: 'Work out a preview',
    openAlready: (name: string) => `A preview is open already, started by ${name}. Please release it or drop it first.`,
    recent: 'Matching so far',
    open: 'Open',
    more: 'Earlier ones',
    desk: 'Desk',
  },
  run: {
    title: 'Preview of pairs',
    releasedTitle: 'Pairs that were asked',
    states: {
      preparing: 'being worked out',
      ready: 'ready to look through',
      releasing: 'being sent out',
      released: 'sent out',
      dropped: 'dropped',
    },
    preparing: 'This is being worked out now. A few hundred people take a few seconds.',
    look: 'Look again',
    summary: (n: number, leftMentees: number, leftMentors: number, some: boolean) =>
      `${pairs(n)} found. ${leftOver(leftMentees, leftMentors)}${some ? '' : ' Nobody has been told anything yet.'}`,
    order: 'Pairs with the fewest reasons come first: they are the ones most worth your look.',
    changed: 'You have taken a pair out or allowed one again. Please work it out again before you release it.',
    aside: (n: number) => `${pairs(n)} you wanted to keep ${n === 1 ? 'is' : 'are'} no longer possible.`,
    removed: (n: number) => `${pairs(n)} taken out by hand.`,
    restore: 'Allow them again',
    earlier: 'Pairs that were proposed before and did not come about are left out.',
    allowEarlier: 'Allow those too',
    earlierAllowed: 'Pairs that were proposed before may come again.',
    notEarlier: 'Leave those out',
    none: 'Nobody can be put together as things stand. Who is left over says why, and what would help.',
    pair: (mentee: string, mentor: string) => `${mentee} with ${mentor}`,
    noReasons: 'nothing in common on their cards yet; both are free to meet',
    kept: ' (kept)',
    out: ' (taken out)',
    withLine: ' (with your line)',
    look1: 'Look',
    hidden: (n: number) =>
      n === 1
        ? 'One row concerns you or somebody connected with you. Another co-ordinator sees to it.'
        : `${n} rows concern you or somebody connected with you. Another co-ordinator sees to them.`,
    another: 'Another preview',
    left: 'Who is left over',
    again: 'Work it out again',
    release: 'Release',
    releaseTitle: 'Ask these people now?',
    releaseText: (n: number, some: boolean) =>
      `${some ? `Whoever of the ${pairs(n)} has not been asked yet is asked now: each mentee first,` : `Each mentee of the ${pairs(n)} is asked first;`} the mentor only after the mentee’s yes. Everybody left over hears at once, too.`,
    releaseYes: 'Yes, release',
    releaseNo: 'Not yet',
    drop: 'Drop this preview',
    dropTitle: 'Drop this preview?',
    dropText: (some: boolean) =>
      `${some ? 'Those who have been asked stay asked; nobody else is told anything.' : 'Nobody has been told anything.'} You can work out a new one at any time.`,
    dropYes: 'Yes, drop it',
    dropNo: 'Keep it',
    releasing: (name: string) => `${name} has released this. The mentees are being asked now.`,
    released: (name: string, on: string) => `${name} released this on ${on}.`,
    sent: (proposed: number) => `${mentees(proposed)} ${proposed === 1 ? 'was' : 'were'} asked.`,
    skipped: (n: number) =>
      `${pairs(n)} ${n === 1 ? 'was' : 'were'} not sent out: by then there was no place any more, or somebody was no longer available.`,
    dropped: (name: string, on: string, some: boolean) =>
      `${name} dropped this on ${on}. ${some ? 'Those who had been asked stay asked; nobody else was told anything.' : 'Nobody was told anything.'}`,
    next: 'Next page',
    previous: 'Previous page',
    back: 'All matching',
    standing: {
      skipped: 'not sent out: no place any more',
      proposed: 'the mentee has been asked',
      'mentee-yes': 'the mentee said yes; the mentor has been asked',
      'not-formed': 'did not come about',
      running: 'introduced',
      ended: 'introduced, and no longer a pair',
      unknown: 'asked',
    },
    busy: 'This has moved on meanwhile, so nothing was changed. Here is how it stands.',
  },
  pair: {
    title: 'Why these two',
    gone: 'These two are not in this preview any more.',
    why: 'Why these two',
    goals: 'What the mentee hopes for (for your eyes, and the mentor’s once they are introduced)',
    wishes: 'Wishes about the partner (for your eyes only)',
    line: 'Your line to them, which both read',
    keep: 'Keep this pair',
    unkeep: 'No need to keep it',
    out: 'Take this pair out',
    back: 'Put it back',
    addLine: 'Add a line',
    changeLine: 'Change the line',
    toRun: 'Back to all pairs',
  },
  line: {
    title: 'A line to the two',
    label: 'One line from you that both will read',
    hint: 'It stands beside the reasons when each of them is asked. Leave it empty to take it away.',
    placeholder: 'You both have wrestled with the same microscopes…',
    submit: 'Keep',
  },
  left: {
    title: 'Who is left over',
    none: 'Nobody is left over.',
    mentee: (name: string) => `${name} (mentee)`,
    mentor: (name: string) => `${name} (mentor)`,
    noMentors: 'There is no mentor with a free place.',
    noMentees: 'Nobody is looking for a mentor.',
    noneFits: (considered: string, because: string) =>
      `Of ${considered}, none can be put together with them: ${because}.`,
    considered: { mentee: mentors, mentor: mentees },
    ruledOut: {
      excluded: (n: number) => `${n} must not be paired with them`,
      removed: (n: number) => `${n} ${n === 1 ? 'was' : 'were'} taken out or proposed before`,
      modes: (n: number) => `with ${n} there is no way of meeting in common`,
      slots: (n: number) => `with ${n} there is no free time in common`,
      minimum: (n: number) => `with ${n} there is too little in common for the scheme’s minimum`,
    },
    allFull: (eligible: number) => `${mentors(eligible)} would fit, but every place with them went to somebody else.`,
    short: (group: number, who: number, places: number) =>
      `${mentees(group)} could go only to the same ${mentors(who)}, who ${who === 1 ? 'has' : 'have'} ${people(places, 'place', 'places')}.`,
    keptFree: (eligible: number) =>
      `${mentors(eligible)} would fit; giving a place here would have made the pairs as a whole weaker.`,
    allServed: (eligible: number) => `${mentees(eligible)} would fit, and each of them has a mentor in this preview.`,
    notRanked: 'Pairs were made by what people said after the event, and this time that led to nobody.',
    late: 'A pair was found, but by then it was no longer possible.',
    helps: 'What would help: ',
    onePlace: (names: string) => `one more place with ${names}`,
    relax: {
      modes: (n: number) => `another way of meeting (opens ${n})`,
      slots: (n: number) => `another free time in the week (opens ${n})`,
      minimum: (n: number) => `a lower minimum in the set-up (opens ${n})`,
      removed: (n: number) => `allowing again what was taken out or proposed before (opens ${n})`,
    },
    toRun: 'Back to the pairs',
  },
  leftOver: {
    title: 'Not this time',
    mentee:
      'We looked for a mentor for you among everybody who is available. This time there was none with a place free who fits. That says nothing about you.',
    mentor:
      'We looked for a mentee for you among everybody who is waiting. This time nobody was put forward to you. That says nothing about you: your offer is most welcome.',
    nextMentee:
      'You need do nothing: you stay available, and next time you come first where several people would fit equally well. You are asked before anybody else hears of it.',
    nextMentor: 'You need do nothing: you stay available, and you hear as soon as somebody has said yes to you.',
    helps: 'More free times, ways of meeting or topics on your profile make a match likelier.',
    choose: 'In the meantime you can also look through the mentors yourself and say whom you would like to ask.',
    chooseButton: 'Choose a mentor',
    notAny: 'This is settled by now. There is nothing to do here.',
    profile: 'My profile',
    contact: 'Ask the co-ordinators',
    home: 'See what is next',
  },
};
