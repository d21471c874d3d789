import { findingsSection } from './findingsSection.js';
import { float32Section } from './float32Section.js';
import { NeighboursSection } from './neighboursSection.js';
import { numberSection } from './numberSection.js';
import { originSection } from './originSection.js';
import { RealValueSection } from './realValueSection.js';
import type { SendEdits } from '../parts/edits.js';
import { ValuesSection } from '../values/valuesSection.js';
import type { Section } from './section.js';

export interface SectionEvents {
  /** Another entry was clicked. */
  readonly onEntry: (entry: number) => void;
  readonly send: SendEdits;
}

/** The sections of the inspector, from top to bottom. */
export function allSections({ onEntry, send }: SectionEvents): readonly Section[] {
  return [
    findingsSection,
    numberSection,
    new ValuesSection(send),
    new RealValueSection(),
    new NeighboursSection(onEntry),
    float32Section,
    originSection,
  ];
}
