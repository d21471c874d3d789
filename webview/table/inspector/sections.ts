import { findingsSection } from './findingsSection.js';
import { float32Section } from './float32Section.js';
import { NeighboursSection } from './neighboursSection.js';
import { numberSection } from './numberSection.js';
import type { OriginSection } from './originSection.js';
import { RealValueSection } from './realValueSection.js';
import { boxesSection } from '../values/boxesSection.js';
import { ValuesSection, type ValuesEvents } from '../values/valuesSection.js';
import type { Section } from './section.js';

export interface SectionEvents extends ValuesEvents {
  /** Another entry was clicked. */
  readonly onEntry: (entry: number) => void;
}

/** The sections of the inspector, from top to bottom. */
export function allSections(events: SectionEvents, origin: OriginSection): readonly Section[] {
  return [
    boxesSection,
    findingsSection,
    numberSection,
    new ValuesSection(events),
    new RealValueSection(),
    new NeighboursSection(events.onEntry),
    float32Section,
    origin,
  ];
}
