/**
 * Goes on with a value that is there already, or once it is. Verification of a known key has all it needs at hand, and a
 * promise would make it wait its turn all the same.
 */
export const after = <A, B>(value: A | Promise<A>, next: (value: A) => B | Promise<B>): B | Promise<B> =>
	value instanceof Promise ? value.then(next) : next(value);
