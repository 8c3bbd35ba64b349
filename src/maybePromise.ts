/** What may be at hand already. */
export type MaybePromise<T> = T | Promise<T>;

/** Goes on with a value: without a promise where it is at hand, for lists of calls and events with many subscribers would make hundreds. */
export function andThen<T, U>(value: MaybePromise<T>, next: (value: T) => MaybePromise<U>): MaybePromise<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}
