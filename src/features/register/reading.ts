// The pages to read before, during and without registering (R2): what mentoring is, the role, the benefits, the time, the criteria, who runs it.
import { type Page, pageOf } from '../../conversation/feature.ts';
import { heading, list, open, type Part, text, type View } from '../../conversation/notice.ts';
import { onceEach } from '../../scheme/coordinators.ts';
import { coordinatorName, trainingRule } from '../../scheme/joining.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { labels } from './messages.ts';
import { about, benefits, criteriaPage, data, experience, people, role, time } from './reading-messages.ts';

type Reading = { word: string; label: string; view: (scheme: Scheme) => Omit<View, 'back'> };

const paragraphs = (lines: readonly string[]): Part[] => lines.filter(one => one !== '').map(one => text(one));

function criteriaParts(scheme: Scheme, forRole: 'mentor' | 'mentee'): Part[] {
  const written = forRole === 'mentor' ? scheme.criteriaMentor : scheme.criteriaMentee;
  const checks = scheme.checks.filter(check => check.role === forRole || check.role === 'both');
  const alternatives = new Set(checks.flatMap(check => check.either ?? []));
  const alone = checks.filter(check => check.either === undefined).map(check => check.label);
  const either = [...alternatives].map(group =>
    checks
      .filter(check => check.either === group)
      .map(check => check.label)
      .join(criteriaPage.or),
  );
  return [
    heading(criteriaPage.headings[forRole]),
    ...paragraphs([written]),
    ...(checks.length > 0 ? [list([...either, ...alone])] : []),
    text(criteriaPage.training[trainingRule(scheme, forRole)]),
  ];
}

const asksTraining = (scheme: Scheme): boolean =>
  trainingRule(scheme, 'mentor') !== 'none' || trainingRule(scheme, 'mentee') !== 'none';

const readings: Reading[] = [
  {
    word: 'register.about',
    label: about.label,
    view: scheme => ({
      title: about.title,
      parts: [
        ...(scheme.aims ? [heading(about.aims), text(scheme.aims)] : []),
        heading(about.isTitle),
        text(about.is),
        heading(about.isNotTitle),
        list(about.isNot),
        heading(about.whyTitle),
        ...paragraphs(about.why),
      ],
    }),
  },
  {
    word: 'register.mentor-role',
    label: role.label,
    view: () => ({
      title: role.title,
      parts: [
        text(role.lead),
        list(role.does),
        text(role.doesNot),
        heading(role.attributesTitle),
        list(role.attributes),
      ],
    }),
  },
  {
    word: 'register.benefits',
    label: benefits.label,
    view: () => ({
      title: benefits.title,
      parts: [
        heading(benefits.mentorTitle),
        list(benefits.mentor),
        heading(benefits.menteeTitle),
        list(benefits.mentee),
        heading(benefits.institutionTitle),
        list(benefits.institution),
      ],
    }),
  },
  {
    word: 'register.time',
    label: time.label,
    view: ({ lengthMonths, intervalWeeks }) => ({
      title: time.title,
      parts: [
        text(time.asks(lengthMonths, intervalWeeks)),
        heading(time.wrongTitle),
        list(time.wrong),
        text(time.ends),
      ],
    }),
  },
  {
    word: 'register.criteria',
    label: criteriaPage.label,
    view: scheme => ({
      title: criteriaPage.title,
      parts: [
        ...criteriaParts(scheme, 'mentor'),
        ...criteriaParts(scheme, 'mentee'),
        ...(asksTraining(scheme) && scheme.trainingText
          ? [heading(criteriaPage.trainingTitle), text(scheme.trainingText)]
          : []),
        text(criteriaPage.gap),
      ],
    }),
  },
  {
    word: 'register.experience',
    label: experience.label,
    view: scheme => ({
      title: experience.title,
      parts: [
        text(experience.lead),
        list(experience.counts),
        text(asksTraining(scheme) ? experience.how : experience.without),
      ],
    }),
  },
  {
    word: 'register.people',
    label: people.label,
    view: scheme => ({
      title: people.title,
      parts: [
        text(people.lead(scheme.name, scheme.host)),
        list(onceEach(scheme).map(account => [coordinatorName(scheme, account)])),
        ...(scheme.people.length > 0
          ? [heading(people.others), list(scheme.people.map(one => `${one.name}, ${one.role}: ${one.how}`))]
          : []),
      ],
      buttons: [open(labels.contact, 'contact')],
    }),
  },
  {
    word: 'register.data',
    label: data.label,
    view: ({ privacyLink }) => ({
      title: data.title,
      parts: [list(data.points), ...(privacyLink ? [text([{ link: privacyLink, label: data.link }])] : [])],
    }),
  },
];

/** The *Read more* buttons of the front page. */
export const readingButtons = readings.map(({ word, label }) => open(label, word));

export const readingPages: Page[] = readings.map(({ word, view }) =>
  pageOf({
    word,
    for: 'anyone',
    plan: () => ({}),
    show: ({ scheme }) => ({ ...view(scheme), back: { word: 'register' } }),
  }),
);
