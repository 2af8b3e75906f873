// Wording of the pages to read, in English.

export const about = {
  label: 'What mentoring is',
  title: 'What mentoring is',
  aims: 'What this scheme is for',
  isTitle: 'It is',
  is: 'A run of private conversations, over some months, between somebody who has been a little further along a road and somebody who would like to go along it. The mentee brings the questions and leads the way; the mentor listens, asks, and shares what they have seen.',
  isNotTitle: 'It is not',
  isNot: [
    'line management: nobody’s manager is part of it, is told about it or reads anything of it',
    'an assessment: nothing is marked, graded or reported',
    'training, supervision or the repair of poor work',
    'counselling: for that, the people to talk to are listed under “Who runs it”',
    'a promise of a post or a promotion',
  ],
  whyTitle: 'Why a scheme of technicians’ own',
  why: [
    'Technical careers have turns of their own, and the people who know them best are other technicians. A scheme run by and for them raises their profile, puts their careers into their own hands, and shows the institution how much skill it holds.',
    'It helps the mentee, the mentor and the place they work in alike. Few schemes of this kind exist, so whoever joins also helps to show how it can be done.',
  ],
};

export const role = {
  label: 'A mentor’s role',
  title: 'A mentor’s role',
  lead: 'A mentor is a good companion on somebody else’s road. Mentors',
  does: [
    'listen, properly and without hurry',
    'support, and give heart when things are hard',
    'guide, by good questions more than by answers',
    'help to make goals clear',
    'pass on experience, the detours included',
  ],
  doesNot:
    'A mentor does not judge and does not tell people what to do. You need not be more senior than your mentee, and you need not know everything.',
  attributesTitle: 'What makes a good mentor',
  attributes: [
    'is ready to share skills, knowledge and experience',
    'is somebody others can look to',
    'encourages and motivates',
    'takes a personal interest in the other',
    'listens actively',
    'gives feedback that helps',
    'values what others think and bring',
    'celebrates each step the other reaches',
    'stays with it, and keeps the meetings',
  ],
};

export const benefits = {
  label: 'What you get from it',
  title: 'What you get from it',
  mentorTitle: 'As a mentor',
  mentor: [
    'new skills and knowledge: listening, asking, explaining',
    'a new side to your job',
    'a wider network, in and beyond your own area',
    'seeing somebody grow, and having had a part in it',
    'keeping hard-won knowledge alive and handing it on',
    'something that counts towards professional development and registration',
    'a fresh look at your own career',
  ],
  menteeTitle: 'As a mentee',
  mentee: [
    'somebody on your side who has no stake in your appraisal',
    'a clearer view of where you could go, and how',
    'people, paths and openings you did not know of',
    'more confidence in what you already do',
  ],
  institutionTitle: 'For the place you work in',
  institution: [
    'technicians join and stay where they can grow',
    'knowledge is passed on before somebody leaves',
    'technical work and its people are seen',
  ],
};

export const time = {
  label: 'Time and risks',
  title: 'Time and risks',
  asks: (months: number, weeks: number): string =>
    `About an hour every ${weeks === 1 ? 'week' : `${weeks} weeks`}, for about ${months === 1 ? 'a month' : `${months} months`}, plus a little time to think before and after. The mentee arranges the meetings after the first. If you work part-time or in terms, you two agree on what suits.`,
  wrongTitle: 'What can go wrong',
  wrong: [
    'diaries fill up, and a meeting moves, or two',
    'you two turn out not to suit each other, though both are fine people',
    'hopes were different from the start and nobody said so',
    'one of you moves on or has less time than you thought',
  ],
  ends: 'None of this is anybody’s fault. You can say so at any time, get help, or end a pairing with one short form and no reasons; it counts against nobody, and both of you can start again with somebody else.',
};

export const criteriaPage = {
  label: 'Who can join',
  title: 'Who can join',
  headings: { mentor: 'Mentors', mentee: 'Mentees' },
  or: ', or: ',
  trainingTitle: 'The training',
  training: {
    none: 'No training is asked for.',
    recommended: 'Some training is recommended; it is not a condition.',
    required: 'Training is asked for before you are matched. Earlier training or experience may count instead.',
  },
  gap: 'If something here does not quite fit you, register all the same. A person looks at it with you; nobody is turned away by a form.',
};

export const experience = {
  label: 'Experience that counts',
  title: 'Experience that counts',
  lead: 'You may have done some of this already. For example:',
  counts: [
    'a mentoring or coaching course, here or elsewhere',
    'having mentored or coached in another scheme, or informally',
    'supervising apprentices, trainees or students',
    'training in listening, feedback, or mental health first aid',
  ],
  how: 'Once you have registered you can tell the co-ordinators about it. They say whether all of it, part of it or none of it stands in for the scheme’s training, and tell you why.',
  without: 'No training is asked for here, so there is nothing to show for it. It helps all the same.',
};

export const people = {
  label: 'Who runs it',
  title: 'Who runs it',
  lead: (scheme: string, host: string): string => (host ? `${scheme} is run at ${host} by` : `${scheme} is run by`),
  others: 'Other people you can talk to',
};

export const data = {
  label: 'Your data',
  title: 'How your data are used',
  points: [
    'Your card (name, job, topics and what else you choose) can be seen by others in the scheme once you are accepted.',
    'Your registration, and what a form marks as “read by the co-ordinators”, can be read by you and by them.',
    'What you two talk about, and what you write for each other, is for you two alone.',
    'Your own notes and your own aim are for you alone.',
    'Some answers are only ever counted, and never shown where they could point to a person.',
    'Line managers see nothing.',
    'Each question says who will read the answer.',
  ],
  link: 'The scheme’s privacy notice',
};
