/** Entry point of the review view. */
import '../shared/base.css';
import '../shared/parts.css';
import '../shared/grid/grid.css';
import './review.css';
import { parseToReviewView, type FromReviewView, type ToReviewView } from '../../src/protocol/review.js';
import { el, fill } from '../shared/dom.js';
import { connect, listen } from '../shared/session/host.js';
import { onThemeChange } from '../shared/theme.js';
import { takeKeys } from '../shared/session/viewKeys.js';
import { ReviewPage } from './page.js';
import { INITIAL_STATE, type ViewState } from './viewState.js';

const host = connect<FromReviewView, ViewState>();
const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
const stage = el('div', { class: 'stage' }, el('p', { class: 'waiting' }, 'Preparing the review…'));
root.append(stage);
const page = new ReviewPage(host, { ...INITIAL_STATE, ...host.load() });

listen(parseToReviewView, receive, (message) => host.post({ type: 'error', message }));
onThemeChange(() => page.restyle());
takeKeys({ find: () => page.focusFilter(), copy: () => page.copy(), focus: () => page.focus() });
host.post({ type: 'ready' });

function receive(message: ToReviewView): void {
  if (message.type === 'assignProblem') {
    page.showProblem(message);
    return;
  }
  if (!page.element.isConnected) fill(stage, page.element);
  page.show(message);
}
