import { indexAt, type DiffModel } from '../model.js';

/** Whether the user decided about a row: that it is a pair, or that its entry is not the other one's. */
export function isByHand(model: DiffModel, row: number): boolean {
  const [old, next] = [indexAt(model, row, 'old'), indexAt(model, row, 'new')];
  return model.message.byHand.some((decision) => decision.old.index === old || decision.new.index === next);
}

/** How many rows that is. */
export function countByHand(model: DiffModel): number {
  if (model.message.byHand.length === 0) return 0;
  let count = 0;
  for (let row = 0; row < model.rows; row++) if (isByHand(model, row)) count++;
  return count;
}
