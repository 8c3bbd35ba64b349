/** What the industry's data say of a number. */
export interface NumberFacts {
  phoneNumber: string;
  country: "US" | "CA";
  lineType: "FIXED" | "VOIP-FIXED" | "MOBILE" | "VOIP";
  provider: string;
  /** Of mobile numbers. */
  mobileNetwork?: { countryCode: string; networkCode: string };
}

/** Only numbers of this form are covered: the United States and Canada. */
const COVERED = /^\+1([2-9]\d{2})[2-9]\d{6}$/;

/** A number of a covered form that nobody has: any that ends so. */
const UNASSIGNED = /0000$/;

const CANADIAN_AREAS = new Set(["204", "403", "416", "438", "514", "604", "613", "647", "778", "905"]);

const MOBILE = [
  { provider: "Verizon Wireless", countryCode: "310", networkCode: "010" },
  { provider: "T-Mobile USA", countryCode: "310", networkCode: "160" },
  { provider: "AT&T Wireless", countryCode: "310", networkCode: "410" },
  { provider: "US Cellular", countryCode: "311", networkCode: "580" },
];
const CANADIAN_MOBILE = [
  { provider: "Rogers Communications", countryCode: "302", networkCode: "720" },
  { provider: "Bell Mobility", countryCode: "302", networkCode: "610" },
  { provider: "TELUS Mobility", countryCode: "302", networkCode: "220" },
];
const OTHER = [
  { lineType: "FIXED", provider: "Lumen" },
  { lineType: "VOIP-FIXED", provider: "Comcast" },
  { lineType: "VOIP", provider: "Bandwidth" },
] as const;

/** The numbers of the examples in Bandwidth's contract, by index into MOBILE. */
const KNOWN = new Map([
  ["+19195551234", 0],
  ["+19195554321", 1],
]);

/** The country of a number, where it is one of the two that are covered. */
export function countryOf(phoneNumber: string): "USA" | "CAN" | null {
  const area = /^\+1(\d{3})\d{7}$/.exec(phoneNumber)?.[1];
  if (area === undefined) return null;
  return CANADIAN_AREAS.has(area) ? "CAN" : "USA";
}

export const isCovered = (phoneNumber: string) => COVERED.test(phoneNumber);

/** The same facts for the same number, always; undefined where there are none. Three in five are mobile. */
export function factsOf(phoneNumber: string): NumberFacts | undefined {
  const area = COVERED.exec(phoneNumber)?.[1];
  if (area === undefined || UNASSIGNED.test(phoneNumber)) return undefined;
  const country = CANADIAN_AREAS.has(area) ? "CA" : "US";
  const hash = hashOf(phoneNumber);
  const known = KNOWN.get(phoneNumber);
  const kind = hash % 5;
  const other = known === undefined && kind >= 3 ? OTHER[(hash >>> 8) % OTHER.length] : undefined;
  if (other !== undefined) return { phoneNumber, country, ...other };
  const networks = country === "CA" ? CANADIAN_MOBILE : MOBILE;
  const network = networks[known ?? (hash >>> 8) % networks.length];
  if (network === undefined) return undefined;
  const { provider, ...mobileNetwork } = network;
  return { phoneNumber, country, lineType: "MOBILE", provider, mobileNetwork };
}

/** FNV-1a, as similar numbers should not have similar carriers. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}
