// Web API: a file in three steps (address, upload, share). The upload itself is taken in by server.ts.
import { botMessage, checkedContent, postInto } from '../posts.ts';
import { neededArg, Refusal, textArg } from '../refusal.ts';
import { newId } from '../world.ts';
import { postTarget } from './chat.ts';
import type { Method } from './method.ts';

export const fileMethods: Record<string, Method> = {
  'files.getUploadURLExternal': {
    scopes: ['files:write'],
    tier: 't4',
    run: (ws, args) => {
      const name = neededArg(args, 'filename');
      const size = Number(neededArg(args, 'length'));
      if (!Number.isInteger(size) || size < 1) throw new Refusal('invalid_arguments');
      const id = newId('F');
      ws.world.files[id] = { id, name, title: name, content: '', size, shared: false };
      return { upload_url: `${ws.url}/upload/${id}`, file_id: id };
    },
  },
  'files.completeUploadExternal': {
    scopes: ['files:write'],
    tier: 't4',
    run: (ws, args, { landingMs }) => {
      const wanted = args['files'];
      if (!Array.isArray(wanted) || wanted.length === 0) throw new Refusal('invalid_arguments');
      const files = wanted.map(({ id, title }: { id?: string; title?: string }) => {
        const file = ws.world.files[id ?? ''];
        if (!file || file.content === '') throw new Refusal('file_not_found');
        return Object.assign(file, title ? { title } : {});
      });
      const target = textArg(args, 'channel_id');
      if (target !== undefined) {
        if (!/^[CDG]/.test(target)) throw new Refusal('channel_not_found');
        const channel = postTarget(ws, { channel: target });
        const text = textArg(args, 'initial_comment') ?? '';
        const content = args['blocks'] ? checkedContent(args) : { text };
        const listed = files.map(({ id, name, title, size }) => ({ id, name, title, size }));
        const thread = textArg(args, 'thread_ts');
        postInto(
          ws,
          channel,
          botMessage(ws, content, { files: listed, ...(thread ? { thread_ts: thread } : {}) }),
          landingMs,
        );
        for (const file of files) file.shared = true;
      }
      return { files: files.map(({ id, title, name }) => ({ id, title, name })) };
    },
  },
};
