/** Entry point of the view of what a build did. */
import '../shared/rowsPage.css';
import './build.css';
import { parseToBuildView, type FromBuildView, type ToBuildView } from '../../src/protocol/build.js';
import { mount } from '../shared/session/mount.js';
import { BuildPage } from './page.js';
import { INITIAL_STATE, type ViewState } from './viewState.js';
import { t } from '../../src/core/texts/translate.js';

mount<FromBuildView, ToBuildView, ViewState>({
  waiting: t`Reading what the build left…`,
  failed: t`This can't be shown as a build`,
  parse: parseToBuildView,
  create(stage, host) {
    const page = new BuildPage(host, { ...INITIAL_STATE, ...host.load() });
    return {
      page,
      receive(message) {
        if (message.type !== 'build') return;
        stage.show(page.element);
        page.show(message);
      },
    };
  },
});
