/** Entry point of the table view. */
import './table.css';
import { parseToTableView } from '../../src/protocol/table.js';
import { mount } from '../shared/session/mount.js';
import { TableView } from './tableView.js';
import { t } from '../../src/core/texts/translate.js';

mount({
  waiting: t`Reading the file…`,
  failed: t`This file can't be shown`,
  parse: parseToTableView,
  create: (stage, host) => new TableView(stage, host),
});
