import type { TableModel } from '../model.js';
import { profileOf, type Profile } from './profile.js';

const known = new WeakMap<TableModel, Profile>();

/** The profile of a table, made when it is first asked for: the panel, the filter box and the brush ask for the same. */
export function knownProfile(model: TableModel): Profile {
  const profile = known.get(model) ?? profileOf(model);
  known.set(model, profile);
  return profile;
}
