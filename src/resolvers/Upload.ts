import { GraphQLError, GraphQLScalarType } from "graphql";
import { badInput } from "./badInput.ts";

/** A file as it arrives. Its bytes can be read once. */
export type ArrivingFile = {
  contentType: string;
  bytes: AsyncIterable<Uint8Array>;
  /** Lets go what nobody has begun to read: the next file comes behind it. */
  discard(): void;
};

/** A file of a multipart request, before anybody has read it. */
export class Upload {
  /** The first of the places in the request that the file stands for: `variables.input.file`. */
  readonly place: string;
  readonly #arrival: () => Promise<ArrivingFile>;
  #taken = false;

  constructor(place: string, arrival: () => Promise<ArrivingFile>) {
    this.place = place;
    this.#arrival = arrival;
  }

  get taken(): boolean {
    return this.#taken;
  }

  /** Waits for the file to arrive, and uses it. It streams through and is gone then, so only one field can have it. */
  async read<T>(use: (file: ArrivingFile) => Promise<T>): Promise<T> {
    if (this.#taken)
      throw badInput("input.file", "was taken by another field of this operation: send it twice");
    this.#taken = true;
    const file = await this.#arrival();
    try {
      return await use(file);
    } finally {
      file.discard();
    }
  }
}

const NO_FILE = "must be a file, sent by the GraphQL multipart request spec";

/** The scalar that a file is sent as. */
export const UploadScalar = new GraphQLScalarType<Upload, never>({
  name: "Upload",
  parseValue(value) {
    if (value instanceof Upload) return value;
    throw new GraphQLError(NO_FILE);
  },
  parseLiteral() {
    throw new GraphQLError(NO_FILE);
  },
  serialize() {
    throw new GraphQLError("A file is never given out");
  },
});
