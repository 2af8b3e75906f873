// The co-ordinators' room: the desk and the directory. What they decide there, other rooms carry out.
import type { Room } from '../../conversation/feature.ts';
import { deskPage } from './desk-page.ts';
import { findPage, onePage, peoplePage } from './people.ts';

export const deskRoom: Room = { name: 'desk', pages: [deskPage, peoplePage, findPage, onePage] };
