import type { TableModel } from '../model.js';
import type { Measure } from './measures.js';
import { profileOf, type Profile } from './profile.js';

const known = new WeakMap<TableModel, Map<Measure, Profile>>();

/** The profile of a table, made when it is first asked for: the panel, the filter box and the brush ask for the same. */
export function knownProfile(model: TableModel, measure: Measure = 'range'): Profile {
  const profiles = known.get(model) ?? new Map<Measure, Profile>();
  known.set(model, profiles);
  const profile = profiles.get(measure) ?? profileOf(model, measure);
  profiles.set(measure, profile);
  return profile;
}
