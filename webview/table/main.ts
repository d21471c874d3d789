/** Entry point of the table view. */
import '../shared/base.css';
import '../shared/parts.css';
import '../shared/grid/grid.css';
import './table.css';
import { parseToTableView, type FromTableView } from '../../src/protocol/table.js';
import { connect, listen } from '../shared/session/host.js';
import { onThemeChange } from '../shared/theme.js';
import { takeKeys } from '../shared/session/viewKeys.js';
import { TableView } from './tableView.js';
import type { ViewState } from './viewState.js';

const host = connect<FromTableView, ViewState>();
const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
const view = new TableView(root, host);

listen(
  parseToTableView,
  (message) => view.receive(message),
  (message) => host.post({ type: 'error', message }),
);
onThemeChange(() => view.page?.restyle());
takeKeys({ find: () => view.page?.focusFilter(), copy: () => view.page?.copy(), focus: () => view.page?.focus() });
host.post({ type: 'ready' });
