import type { FieldsWriter, Json, Path, PlannedField, Run } from "./operationPlan.ts";

/** V8 leaves functions of more than 60 KB as they are. */
const MOST_FIELDS = 100;

/** How many selections were unrolled. */
let unrolled = 0;

/** What the plan does with a field, or with what of it is no text at once. */
export type FieldSteps = {
  /** Resolves a field and writes it. */
  execute(run: Run, field: PlannedField, source: unknown, path: Path | undefined): Json;
  /** Writes what a field was resolved to. */
  complete(run: Run, field: PlannedField, value: unknown, path: Path | undefined): Json;
  /** Writes a field that could not be resolved. */
  fail(run: Run, field: PlannedField, error: unknown, path: Path | undefined): string;
  /** Joins what was written, once it all is there. */
  join(parts: Json[] | undefined, text: string): Json;
  /** Fails what the fields lie in, once nothing of them runs any more. */
  failAll(parts: Json[] | undefined, error: unknown): Json;
};

/**
 * The loop over the fields of an object, written out: V8 then knows of each place in the code which resolver is called there, and puts it in
 * place of the call. 50 calls with their recordings from memory came at 1.15 times the rate. For what is written often, since V8 has to
 * learn all of it anew.
 *
 * The source text depends on the number of fields and their kinds alone. Nothing that a client or the schema says is in it: resolvers,
 * writers and fields are passed in. A running number makes each text unique, because V8 shares what it has learnt between functions of the
 * same text, and then nothing was gained. Gives `undefined` for more fields than V8 optimises.
 */
export function unrollFields(fields: readonly PlannedField[], steps: FieldSteps): FieldsWriter | undefined {
  if (fields.length === 0 || fields.length > MOST_FIELDS) return undefined;
  unrolled += 1;
  const constants = fields.map(
    (_, n) => `
    const field${n} = fields[${n}], resolve${n} = field${n}.resolveShortly, write${n} = field${n}.writeLeaf;`,
  );
  const text = `
    const { execute, complete, fail, join, failAll } = steps;
    const noArguments = Object.freeze({});
    ${constants.join("")}
    return (run, source, path) => { // ${unrolled}
      const { contextValue } = run;
      let text = "", parts, value, written;
      try {
        ${fields.map(statementsOf).join("")}
      } catch (error) {
        return failAll(parts, error);
      }
      return parts ? join(parts, text + "}") : text + "}";
    };`;
  return new Function("fields", "steps", text)(fields, steps);
}

/** Those of operationPlan.ts' executeFields and execute, for the field of this number. */
function statementsOf({ resolveShortly, writeLeaf, argumentsOf }: PlannedField, n: number): string {
  const add = `
    if (typeof written === "string") {
      text += written;
    } else {
      (parts ??= []).push(text + field${n}.prefix, written);
      text = "";
    }`;
  if (!resolveShortly || !writeLeaf || argumentsOf) {
    return `
    written = execute(run, field${n}, source, path);${add}`;
  }
  return `
    try {
      value = resolve${n}(source, noArguments, contextValue);
      written = typeof value === "string" || typeof value === "number" ? write${n}(value) : undefined;
    } catch (error) {
      written = fail(run, field${n}, error, path);
    }
    if (written !== undefined) {
      text += written;
    } else {
      written = complete(run, field${n}, value, path);${add}
    }`;
}
