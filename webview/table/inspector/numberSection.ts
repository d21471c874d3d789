import { maxRoundingError } from '../../../src/core/table/quantization.js';
import { fullNumber, shortNumber } from '../../shared/text/numbers.js';
import { scaleAt, storedAt } from '../model.js';
import { pairs } from './facts.js';
import type { Section } from './section.js';
import { t } from '../../../src/core/texts/translate.js';

/** What the entry says, in all its renderings; the stored number first, from which the others are made. */
export const numberSection: Section = {
  id: 'number',
  title: t`Number`,
  draw: (model, entry) => {
    const scale = scaleAt(model, entry);
    const stored = storedAt(model, entry);
    return [
      pairs(
        stored === null ? null : [t`Stored`, stored],
        [t`Step (scale)`, fullNumber(scale)],
        [t`± Range`, fullNumber(model.ranges[entry] ?? NaN)],
        [t`Rounding error`, t`up to ${shortNumber(maxRoundingError(scale), 4)}`],
      ),
    ];
  },
};
