// All wording of the help page, in English.
export const help = {
  title: 'Help',
  line: 'About the scheme, who runs it, and these words',
  by: (host: string): string => `It is run by ${host}.`,
  coordinators: (several: boolean): string => (several ? 'Its co-ordinators are' : 'Its co-ordinator is'),
  people: 'You can also talk to these people:',
  words: 'The words',
  wordsText:
    'Write one of these to me in our chat; on Slack it may also follow the command, and in Teams my name in a channel. Everything can be reached by buttons as well.',
  mentoring: 'What mentoring is',
  criteria: 'Who can take part',
  stories: 'Forum',
  contact: 'Contact',
  home: 'My next step',
};
