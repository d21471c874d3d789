/** Entry point of the table view. */
import '../shared/base.css';
import '../shared/parts.css';
import '../shared/grid/grid.css';
import './table.css';
import '../shared/controls.css';
import { parseToTableView } from '../../src/protocol/table.js';
import { mount } from '../shared/session/mount.js';
import { TableView } from './tableView.js';

mount({
  waiting: 'Reading the file…',
  failed: "This file can't be shown",
  parse: parseToTableView,
  create: (stage, host) => new TableView(stage, host),
});
