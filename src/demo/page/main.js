// The Slack side of the demo's page: begins here, and draws each part whenever something has changed.
import { drawGuide } from './guide.js';
import { drawPane } from './pane.js';
import { drawSide, openSide } from './side.js';
import { openSides } from './sides.js';
import { begin, onChange } from './state.js';
import { drawTop, openTop } from './top.js';
import { drawWindow } from './window.js';

for (const draw of [drawTop, drawPane, drawSide, drawWindow, drawGuide]) onChange(draw);
openSide();
openTop();
openSides();
begin();
