import { findingsSection } from './findingsSection.js';
import { float32Section } from './float32Section.js';
import { NeighboursSection } from './neighboursSection.js';
import { numberSection } from './numberSection.js';
import { originSection } from './originSection.js';
import { RealValueSection } from './realValueSection.js';
import type { Section } from './section.js';

/**
 * The sections of the inspector, from top to bottom.
 * @param onEntry another entry was clicked
 */
export function allSections(onEntry: (entry: number) => void): readonly Section[] {
  return [
    findingsSection,
    numberSection,
    new RealValueSection(),
    new NeighboursSection(onEntry),
    float32Section,
    originSection,
  ];
}
