// The invitation in the forum: what the scheme is, and a button for those who never type commands.
import { letterOf } from '../../conversation/feature.ts';
import { heading, open, text } from '../../conversation/notice.ts';
import { invitation, labels } from './messages.ts';

export const invitationLetter = letterOf({
  name: 'setup.invitation',
  class: 'answer',
  plan: () => ({}),
  draw: ({ scheme }, ids) => {
    if (!scheme.ready || ids['at'] !== String(scheme.invitedAt)) return undefined;
    return {
      text: invitation.line(scheme.name),
      parts: [
        heading(scheme.name),
        text(invitation.by(scheme.host)),
        text(scheme.aims),
        text(invitation.what),
        text(invitation.read),
      ],
      buttons: [open(labels.start, 'register', {}, 'primary')],
    };
  },
});
