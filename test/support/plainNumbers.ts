/**
 * The same value with its arrays of floats as lists: those are compared number by number, as `Object.is` does. Typed arrays are compared
 * by their bytes, and a NaN that V8 has computed has one sign before it compiles a function and may have another one after.
 */
export function plainNumbers(value: unknown): unknown {
  if (value instanceof Float64Array || value instanceof Float32Array) return Array.from(value);
  if (Array.isArray(value)) return value.map(plainNumbers);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plainNumbers(member)]));
}
