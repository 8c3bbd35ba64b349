/**
 * A request body of the vendor's type, as it is before it is JSON: what is `undefined` is not sent, and what the vendor holds in a set is
 * a list.
 */
export type RequestBody<T> =
  T extends Set<infer Item>
    ? readonly Item[]
    : T extends readonly (infer Item)[]
      ? readonly RequestBody<Item>[]
      : T extends object
        ? { [Field in keyof T]: RequestBody<T[Field]> | (undefined extends T[Field] ? undefined : never) }
        : T;
