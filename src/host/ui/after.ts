/** Answers a value once so many milliseconds have passed: for races with what may never answer. */
export function after<T>(milliseconds: number, value: T): Promise<T> {
  return new Promise((done) => setTimeout(() => done(value), milliseconds));
}
