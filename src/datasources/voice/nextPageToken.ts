/** The token of the next page in a Link header. Of `<url>; rel="next"` (RFC 8288) only the token is taken: its host is never followed. */
export function nextPageToken(link: string | undefined): string | undefined {
  const url = link?.match(/<([^>]*)>\s*;[^,]*\brel="?next"?/)?.[1];
  return url && URL.canParse(url) ? (new URL(url).searchParams.get("pageToken") ?? undefined) : undefined;
}
