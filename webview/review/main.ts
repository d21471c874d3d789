/** Entry point of the review view. */
import '../shared/base.css';
import '../shared/parts.css';
import '../shared/grid/grid.css';
import './review.css';
import { parseToReviewView, type FromReviewView, type ToReviewView } from '../../src/protocol/review.js';
import { mount } from '../shared/session/mount.js';
import { ReviewPage } from './page.js';
import { INITIAL_STATE, type ViewState } from './viewState.js';

mount<FromReviewView, ToReviewView, ViewState>({
  waiting: 'Preparing the review…',
  failed: "This review can't be shown",
  parse: parseToReviewView,
  create(stage, host) {
    const page = new ReviewPage(host, { ...INITIAL_STATE, ...host.load() });
    return {
      page,
      receive(message) {
        if (message.type !== 'review') return;
        stage.show(page.element);
        page.show(message);
      },
    };
  },
});
