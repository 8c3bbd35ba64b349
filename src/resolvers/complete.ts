import type { GraphQLScalarType } from "graphql";
import type { Resolvers, ResolversParentTypes } from "../generated/resolvers.ts";

type Name = keyof Resolvers & keyof ResolversParentTypes;
type Fields<Of> = Exclude<keyof Of, `__${string}`>;

type Result<R> = NonNullable<R> extends (...args: never[]) => infer T ? Awaited<T> : never;

/** The fields that the raw object behind the type does not have, or not in the shape that the schema promises. */
type Missing<Of, Raw> = {
  [F in Fields<Of>]: F extends keyof Raw ? (Fits<Raw[F], Result<Of[F]>> extends true ? never : F) : F;
}[Fields<Of>];

// The root types have no raw object: codegen writes it as one whose every field is `never`.
type Fits<Value, Promised> = [Value] extends [never] ? false : [Value] extends [Promised] ? true : false;

type Complete<T extends Name> =
  NonNullable<Resolvers[T]> extends GraphQLScalarType
    ? GraphQLScalarType
    : CompleteType<NonNullable<Resolvers[T]>, ResolversParentTypes[T]>;
type CompleteType<Of, Raw> = Of & Required<Pick<Of, Missing<Of, Raw>>>;

type Optional = { [T in Name]: Partial<Complete<T>> extends Complete<T> ? T : never }[Name];

/**
 * A map of resolvers that leaves no field to chance: graphql-js would give `null` for ever for a field that neither the raw object
 * nor a resolver has. Codegen alone makes every resolver optional.
 */
export type CompleteResolvers = { [T in Exclude<Name, Optional>]: Complete<T> } & {
  [T in Optional]?: Complete<T>;
};
