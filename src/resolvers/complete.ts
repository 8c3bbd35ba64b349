import type { GraphQLScalarType } from "graphql";
import type { Resolvers, ResolversParentTypes } from "../generated/resolvers.ts";

type Name = keyof Resolvers & keyof ResolversParentTypes;
type Fields<T extends Name> = Exclude<keyof NonNullable<Resolvers[T]>, `__${string}`>;

type Result<R> = NonNullable<R> extends (...args: never[]) => infer T ? Awaited<T> : never;

/** The fields that the raw object behind the type does not have, or not in the shape that the schema promises. */
type Missing<T extends Name> = {
  [F in Fields<T>]: F extends keyof ResolversParentTypes[T]
    ? Fits<ResolversParentTypes[T][F], Result<NonNullable<Resolvers[T]>[F]>> extends true
      ? never
      : F
    : F;
}[Fields<T>];

// The root types have no raw object: codegen writes it as one whose every field is `never`.
type Fits<Value, Promised> = [Value] extends [never] ? false : [Value] extends [Promised] ? true : false;

type Complete<T extends Name> =
  NonNullable<Resolvers[T]> extends GraphQLScalarType
    ? GraphQLScalarType
    : NonNullable<Resolvers[T]> & Required<Pick<NonNullable<Resolvers[T]>, Missing<T>>>;

type Optional = { [T in Name]: Partial<Complete<T>> extends Complete<T> ? T : never }[Name];

/**
 * A map of resolvers that leaves no field to chance: graphql-js would give `null` for ever for a field that neither the raw object
 * nor a resolver has. Codegen alone makes every resolver optional.
 */
export type CompleteResolvers = { [T in Exclude<Name, Optional>]: Complete<T> } & {
  [T in Optional]?: Complete<T>;
};
