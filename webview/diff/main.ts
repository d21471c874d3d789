/** Entry point of the compare view. */
import './diff.css';
import { parseToDiffView, type FromDiffView, type ToDiffView } from '../../src/protocol/diff.js';
import { mount } from '../shared/session/mount.js';
import { DiffPage } from './page.js';
import { INITIAL_STATE, type ViewState } from './viewState.js';
import { t } from '../../src/core/texts/translate.js';

mount<FromDiffView, ToDiffView, ViewState>({
  waiting: t`Comparing…`,
  failed: t`These files can't be compared`,
  parse: parseToDiffView,
  create(stage, host) {
    const page = new DiffPage(host, { ...INITIAL_STATE, ...host.load() });
    return {
      page,
      receive(message) {
        if (message.type === 'command') page.run(message.command);
        if (message.type === 'reveal') page.showEntry(message.entry);
        if (message.type !== 'diff') return;
        stage.show(page.element);
        page.show(message);
      },
    };
  },
});
