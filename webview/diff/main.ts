/** Entry point of the compare view. */
import '../shared/base.css';
import '../shared/parts.css';
import '../shared/grid/grid.css';
import './diff.css';
import { parseToDiffView, type FromDiffView, type ToDiffView } from '../../src/protocol/diff.js';
import { el, fill } from '../shared/dom.js';
import { connect, listen } from '../shared/session/host.js';
import { onThemeChange } from '../shared/theme.js';
import { takeKeys } from '../shared/session/viewKeys.js';
import { DiffPage } from './page.js';
import { INITIAL_STATE, type ViewState } from './viewState.js';

const host = connect<FromDiffView, ViewState>();
const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
const stage = el('div', { class: 'stage' }, el('p', { class: 'waiting' }, 'Comparing…'));
root.append(stage);
const page = new DiffPage(host, { ...INITIAL_STATE, ...host.load() });

listen(parseToDiffView, receive, (message) => host.post({ type: 'error', message }));
onThemeChange(() => page.restyle());
takeKeys({ find: () => page.focusFilter(), copy: () => page.copy(), focus: () => page.focus() });
host.post({ type: 'ready' });

function receive(message: ToDiffView): void {
  if (message.type === 'command') return page.run(message.command);
  if (message.type === 'failed') {
    fill(
      stage,
      el(
        'main',
        { id: 'failed', class: 'page', role: 'alert' },
        el('h1', {}, "These files can't be compared"),
        el('p', { class: 'page-hint' }, message.problem),
      ),
    );
    return;
  }
  if (!page.element.isConnected) fill(stage, page.element);
  page.show(message);
}
