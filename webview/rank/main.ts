/** Entry point of the view of which layers suffer. */
import '../shared/rowsPage.css';
import './rank.css';
import { parseToRankView, type FromRankView, type ToRankView } from '../../src/protocol/rank.js';
import { mount } from '../shared/session/mount.js';
import { RankPage } from './page.js';
import { INITIAL_STATE, type ViewState } from './viewState.js';
import { t } from '../../src/core/texts/translate.js';

mount<FromRankView, ToRankView, ViewState>({
  waiting: t`Running the model…`,
  failed: t`The model was not run`,
  parse: parseToRankView,
  create(stage, host) {
    const page = new RankPage(host, { ...INITIAL_STATE, ...host.load() });
    return {
      page,
      receive(message) {
        if (message.type === 'age') return page.showAge(message.isOld);
        if (message.type !== 'rank') return;
        stage.show(page.element);
        page.show(message);
      },
    };
  },
});
