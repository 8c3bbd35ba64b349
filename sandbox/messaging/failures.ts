/** Bandwidth's code for a message from a number to itself, among others. */
const ROUTING_ERROR = 4401;

/** Why messages fail, by Bandwidth's error code. */
const FAILURES = new Map([
  [ROUTING_ERROR, "rejected-routing-error"],
  [4406, "unallocated-to-number"],
  [4432, "forbidden-to-country"],
  [4470, "rejected-spam-detected"],
  [4720, "carrier-rejected-as-invalid-destination-address"],
  [4770, "carrier-rejected-as-spam"],
  [4775, "carrier-rejected-opt-out"],
  [5600, "carrier-queue-full"],
  [9902, "delivery-receipt-expired"],
]);

/** Numbers of this form fail with the code that they end in, for example +19195664720 with 4720. */
const FAILING_NUMBER = /^\+1919566(\d{4})$/;

interface MessageFailure {
  errorCode: number;
  description: string;
}

/** How a message between these numbers fails, or undefined if it is delivered. */
export function failureOf(from: string, to: string): MessageFailure | undefined {
  const errorCode = from === to ? ROUTING_ERROR : Number(FAILING_NUMBER.exec(to)?.[1]);
  const description = FAILURES.get(errorCode);
  return description === undefined ? undefined : { errorCode, description };
}
