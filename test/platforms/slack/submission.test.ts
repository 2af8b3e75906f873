// Sent forms: saved before acknowledged, sentences beside the questions, nothing typed ever lost, the same deed for the same answers.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fields } from '../../../src/conversation/form.ts';
import { type ADoor, aDoor, formReply, pause, wordsIn } from './a-door.ts';

const fields: Fields = {
  why: { kind: 'text', label: 'Why', optional: false, seenBy: 'own', max: 200, lines: true },
  when: { kind: 'date', label: 'When', optional: true, seenBy: 'own' },
  topics: {
    kind: 'ranked',
    label: 'Topics',
    optional: true,
    seenBy: 'own',
    places: 2,
    options: [
      { key: 'a', label: 'Lasers' },
      { key: 'b', label: 'Grants' },
    ],
  },
  who: { kind: 'person', label: 'Who', optional: true, seenBy: 'own', atMost: 1, byEmail: false },
};

let door: ADoor;
beforeEach(async () => {
  door = await aDoor({ slack: { budgets: { submitMs: 700 } } });
});
afterEach(() => door.close());

const sent = () => door.hosted.deeds.filter(each => each.did.what === 'submit');

async function opened(): Promise<void> {
  await door.ada.command('form');
  door.hosted.people = async () => [{ key: 'p:1', label: 'Zoë Quill' }];
  await door.ada.suggest('Who', 'zo');
  await door.ada.fill({ Why: 'because', When: '2026-12-01', 'Topics: first choice': 'Grants', Who: ['Zoë Quill'] });
}

describe('a form that is sent', () => {
  it('shows sentences beside the questions and keeps what was typed; an edited one is a new deed', async () => {
    door.hosted.act = deed =>
      deed.did.what === 'submit'
        ? formReply({ fields }, { problems: { why: 'Please say more.', topics: 'Please choose two.' } } as never)
        : formReply({ fields });
    await opened();
    const first = await door.ada.submit();
    expect(Object.values(first.problems ?? {})).toEqual(['Please say more.', 'Please choose two.']);
    const second = await door.ada.submit();
    expect(JSON.stringify(second.view?.state)).toContain('because');
    await door.ada.fill({ Why: 'because I can' });
    await door.ada.submit();
    const [one, two, three] = sent().map(each => each.op);
    expect(two).toBe(one);
    expect(three).not.toBe(one);
  });

  it('is drawn anew, with everything typed, when the versions behind it changed', async () => {
    // As the engine puts back what it read: a person is an id there, without a name.
    const asRead = { why: 'because', when: '2026-12-01', topics: ['b'], who: [{ person: '1' }] } as never;
    door.hosted.act = deed =>
      deed.did.what === 'submit'
        ? formReply({ fields, values: asRead }, {
            problems: { why: 'Your partner changed this.' },
            drawn: { 'pairing/p1': 4 },
          } as never)
        : formReply({ fields });
    await opened();
    const seen = await door.ada.submit();
    expect(seen.problems).toBeUndefined();
    expect(wordsIn(seen.view?.blocks)).toContain('Your partner changed this.');
    const state = JSON.stringify(seen.view?.state);
    for (const kept of ['because', '2026-12-01', '"b"', 'Zoë Quill', 'p:1']) expect(state).toContain(kept);
    await door.ada.submit();
    expect(sent()[1]?.did).toMatchObject({
      drawn: { 'pairing/p1': 4 },
      answers: { why: 'because', when: '2026-12-01', topics: ['b'], who: ['p:1'] },
    });
  });

  it('closes everything, turns the page, or says a word, as the host answers', async () => {
    const next = formReply({ title: 'Second', fields }, { at: { word: 'second' } } as never);
    door.hosted.act = deed => (deed.did.what === 'submit' ? next : formReply({ fields }));
    await opened();
    const second = await door.ada.submit();
    expect(second.view?.title?.text).toBe('Second');
    expect(JSON.stringify(second.view?.state)).not.toContain('because');
    door.hosted.act = () => ({ show: 'say', notice: { text: 'Thank you.' } });
    await door.ada.fill({ Why: 'x' });
    const said = await door.ada.submit();
    expect(wordsIn(said.view?.blocks)).toContain('Thank you.');
    door.hosted.act = deed => (deed.did.what === 'submit' ? { show: 'close' } : formReply({ fields }));
    await opened();
    const closed = await door.ada.submit();
    expect(closed).toMatchObject({ ok: true });
    expect(closed.view).toBeUndefined();
  });

  it('stays open with everything typed when the host breaks, and the next press is the same deed', async () => {
    let breaks = true;
    door.hosted.act = deed => {
      if (deed.did.what !== 'submit') return formReply({ fields });
      if (breaks) throw new Error('the store is gone');
      return { show: 'close' };
    };
    await opened();
    const began = performance.now();
    const seen = await door.ada.submit();
    expect(performance.now() - began).toBeLessThan(3000);
    expect(Object.values(seen.problems ?? {})[0]).toContain('Reference 7f3a');
    expect(JSON.stringify(seen.view?.state)).toContain('because');
    breaks = false;
    expect(await door.ada.submit()).toMatchObject({ ok: true });
    expect(new Set(sent().map(each => each.op)).size).toBe(1);
  });

  it('of a slow host is not called saved; once it is, the next press says so and counts once', async () => {
    let slow = true;
    door.hosted.act = async deed => {
      if (deed.did.what !== 'submit') return formReply({ fields });
      if (slow) await pause(1500);
      return { show: 'say', notice: { text: 'Saved.' } };
    };
    await opened();
    const early = await door.ada.submit();
    expect(early.ok).toBe(false);
    expect(Object.values(early.problems ?? {})[0]).toContain('counts only once');
    // Pressed again at once: the work under way is shared.
    await door.ada.submit();
    expect(sent()).toHaveLength(1);
    await pause(1200);
    slow = false;
    const late = await door.ada.submit();
    expect(wordsIn(late.view?.blocks)).toContain('Saved.');
    expect(new Set(sent().map(each => each.op)).size).toBe(1);
  });

  it('without a question says so at its top, and the next press is the same deed', async () => {
    let breaks = true;
    door.hosted.act = deed => {
      if (deed.did.what !== 'submit') return formReply({ fields: {}, intro: [{ part: 'text', text: 'Leave Sam?' }] });
      if (breaks) throw new Error('down');
      return { show: 'close' };
    };
    await door.ada.command('form');
    const seen = await door.ada.submit();
    expect(wordsIn(seen.view?.blocks)).toContain('Reference 7f3a');
    expect(wordsIn(seen.view?.blocks)).toContain('Leave Sam?');
    await door.ada.submit();
    breaks = false;
    expect(await door.ada.submit()).toMatchObject({ ok: true });
    expect(sent()).toHaveLength(3);
    expect(new Set(sent().map(each => each.op)).size).toBe(1);
  });

  it('is not called saved even when nothing at all can be said', async () => {
    door.hosted.act = deed => {
      if (deed.did.what === 'submit') throw new Error('down');
      return formReply({ fields });
    };
    await opened();
    door.host.sorry = () => {
      throw new Error('down too');
    };
    const seen = await door.ada.submit();
    expect(seen.ok).toBe(false);
    expect(JSON.stringify(seen.view?.state)).toContain('because');
  });

  it('told twice at once is one deed, and both are answered', async () => {
    door.hosted.act = async deed => {
      if (deed.did.what !== 'submit') return formReply({ fields });
      await pause(100);
      return { show: 'close' };
    };
    await opened();
    door.standIn.faults.duplicate('interaction');
    expect(await door.ada.submit()).toMatchObject({ ok: true });
    await door.standIn.until(() => door.standIn.deliveries.every(each => each.answer));
    expect(new Set(sent().map(each => each.op)).size).toBe(1);
  });

  it('with forged metadata reaches nobody and is answered kindly', async () => {
    door.hosted.act = () => formReply({ fields: {} });
    for (const forged of ['', '{}', '{"w":"x","d":{"a":"b"}}', '{"w":"x","extra":1}', 'no json']) {
      await door.ada.command('form');
      door.standIn.world.stacks['U0ADA']!.at(-1)!.view.private_metadata = forged;
      const seen = await door.ada.submit();
      expect(wordsIn(seen.view?.blocks)).toContain('nothing was saved');
    }
    expect(sent()).toEqual([]);
  });

  it('is sent by whoever Slack says it is, whatever the metadata holds', async () => {
    door.hosted.act = deed => (deed.did.what === 'submit' ? { show: 'close' } : formReply({ fields: {} }));
    await door.ada.command('form');
    door.standIn.world.stacks['U0ADA']!.at(-1)!.view.private_metadata = '{"w":"form","i":{"account":"slack/T/UEVIL"}}';
    await door.ada.submit();
    expect(sent()[0]?.account).toBe('slack/T0NORTHMOOR/U0ADA');
  });
});
