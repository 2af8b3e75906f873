// A new scheme's settings: the defaults that set-up lists, each of which a co-ordinator can change (facts: numbers to ship).
import type { Scheme } from './kinds.ts';
import { usualPoints } from './records/evaluations.ts';

const option = (key: string, label: string) => ({ key, label });

/** The topics to start with; a co-ordinator edits them. */
const topics = [
  option('career', 'Career planning and promotion'),
  option('registration', 'Professional registration'),
  option('technical', 'Technical skill'),
  option('supervising', 'Supervising people'),
  option('academics', 'Working with academics'),
  option('teaching', 'Teaching support'),
  option('research', 'Research impact and credit'),
  option('project', 'Projects and budgets'),
  option('safety', 'Health and safety'),
  option('inclusion', 'Equality and inclusion'),
  option('confidence', 'Confidence and voice'),
  option('change', 'Change, restructure, return to work'),
  option('sector', 'Leaving or entering higher education'),
  option('network', 'Building a network'),
  option('balance', 'Balance of work and life'),
  option('management', 'Moving into management'),
];

const areas = [
  option('chemical', 'Chemical'),
  option('biological', 'Biological'),
  option('medical', 'Medical or animal'),
  option('workshop', 'Mechanical workshop'),
  option('electronics', 'Electronics'),
  option('it', 'IT, AV or media'),
  option('arts', 'Arts and performance'),
  option('engineering', 'Engineering test'),
  option('field', 'Field or environment'),
  option('imaging', 'Imaging or core facility'),
  option('teaching-lab', 'Teaching laboratory'),
  option('stores', 'Stores and safety'),
  option('other', 'Something else'),
];

/** In order of seniority: matching reads the order, people read the labels. */
const stages = [
  option('trainee', 'Apprentice or trainee'),
  option('technician', 'Technician'),
  option('senior', 'Senior technician'),
  option('lead', 'Specialist or team lead'),
  option('manager', 'Manager'),
];

export const modes = [
  option('person', 'In person'),
  option('video', 'Video call'),
  option('phone', 'Phone'),
  option('chat', 'Chat'),
];

const halves = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'].flatMap(day => [
  option(`${day.toLowerCase()}-am`, `${day} morning`),
  option(`${day.toLowerCase()}-pm`, `${day} afternoon`),
]);
/** Weekday mornings and afternoons. */
export const slots = halves;

export const heldOptions = ['RSciTech', 'RSci', 'CSci', 'EngTech', 'IEng', 'CEng', 'ICTTech', 'AFHEA or FHEA'].map(
  name => option(name.toLowerCase().replace(/\s+/g, '-'), name),
);

/** A scheme before anybody has set it up. */
export function newScheme(zone: string, coordinators: string[], forum: string[], alerts: string[]): Scheme {
  return {
    id: 'scheme',
    ready: false,
    name: 'Technicians’ mentoring scheme',
    host: '',
    aims: '',
    zone,
    coordinators,
    coordinatorNames: {},
    coordinatorPersons: {},
    people: [],
    forum,
    alerts,
    troubles: {},
    criteriaMentor:
      'You have worked as a technician, or you know technical roles well from working with technicians. You can give about an hour a month, and you want to listen and support rather than judge or instruct.',
    criteriaMentee:
      'You work in a technical role, or are about to. You would like to think about your work and where it could go, and you are ready to arrange the meetings and lead them.',
    checks: [
      { key: 'background', label: 'I have a technical background', role: 'mentor', either: 'technical' },
      { key: 'knowledge', label: 'I have a working knowledge of technical roles', role: 'mentor', either: 'technical' },
      { key: 'time', label: 'I can give about an hour a month', role: 'both' },
    ],
    trainingMentor: 'recommended',
    trainingMentee: 'none',
    trainingText: '',
    topics,
    areas,
    stages,
    sites: [],
    external: [],
    nextSteps: '',
    privacyLink: '',
    closedDays: [],
    maxMentees: 2,
    answerDays: 5,
    proposalDays: 7,
    firstContactDays: 7,
    lengthMonths: 6,
    intervalWeeks: 4,
    exitUnreadDays: 3,
    noticeHeldDays: 5,
    minimumScore: 0,
    acceptance: 'coordinator',
    reviewOffers: true,
    sessions: true,
    trainingMonths: 0,
    selfCheck: true,
    supportAsked: true,
    stories: 'at-once',
    agreements: true,
    agendas: true,
    meetingReminders: true,
    objectives: true,
    closings: true,
    extensions: true,
    workingTime: false,
    learningLog: true,
    evaluations: usualPoints,
    followUpMonths: 6,
    certificates: true,
    matchingMode: 'profile',
    keepMonths: { papers: 3, exit: 12, registration: 12, pairing: 24, passing: 12 },
    checkinWeeks: 4,
    checkinWeekday: 2,
    checkinTime: '10:00',
    rounds: 0,
  };
}
