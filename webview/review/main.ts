/** Entry point of the review view. */
import '../shared/rowsPage.css';
import './review.css';
import { parseToReviewView, type FromReviewView, type ToReviewView } from '../../src/protocol/review.js';
import { mount } from '../shared/session/mount.js';
import { ReviewPage } from './page.js';
import { INITIAL_QDQ_STATE, QdqPage, type QdqState } from './qdq/page.js';
import { INITIAL_STATE, type ViewState } from './viewState.js';
import { t } from '../../src/core/texts/translate.js';

mount<FromReviewView, ToReviewView, ViewState | QdqState>({
  waiting: t`Preparing the review…`,
  failed: t`This review can't be shown`,
  parse: parseToReviewView,
  create(stage, host) {
    // The message says which of the two it is a review of; what is kept is of the same.
    let [review, qdq]: [ReviewPage | null, QdqPage | null] = [null, null];
    return {
      get page() {
        return review ?? qdq;
      },
      receive(message) {
        if (message.type === 'review') {
          review ??= new ReviewPage(host, { ...INITIAL_STATE, ...(host.load() as Partial<ViewState>) });
          stage.show(review.element);
          review.show(message);
        } else if (message.type === 'qdq') {
          qdq ??= new QdqPage(host, { ...INITIAL_QDQ_STATE, ...(host.load() as Partial<QdqState>) });
          stage.show(qdq.element);
          qdq.show(message);
        }
      },
    };
  },
});
