/** Entry point of the view of two dumps of outputs. */
import '../shared/rowsPage.css';
import './outputs.css';
import { parseToOutputsView, type FromOutputsView, type ToOutputsView } from '../../src/protocol/outputs.js';
import { mount } from '../shared/session/mount.js';
import { OutputsPage } from './page.js';
import { INITIAL_STATE, type ViewState } from './viewState.js';
import { t } from '../../src/core/texts/translate.js';

mount<FromOutputsView, ToOutputsView, ViewState>({
  waiting: t`Reading the dumps…`,
  failed: t`These dumps can't be compared`,
  parse: parseToOutputsView,
  create(stage, host) {
    const page = new OutputsPage(host, { ...INITIAL_STATE, ...host.load() });
    return {
      page,
      receive(message) {
        if (message.type !== 'outputs') return;
        stage.show(page.element);
        page.show(message);
      },
    };
  },
});
