/** Keeps what createCall and createMessage answered, as JSON. Neither fails: what was sent is sent, and what REST tells needs none of it. */
export type Accepted = {
  keep(id: string, answer: string): Promise<void>;
  find(id: string): Promise<string | undefined>;
};
