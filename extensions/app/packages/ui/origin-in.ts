/** The part of HubSpot's context that every place gives to an extension. */
type Context = {
  readonly variables?: Readonly<Record<string, string | number | bigint | boolean>>;
};

/** Where the server is, from the project's profile; undefined when it was uploaded without one. */
export function originIn({ variables }: Context): string | undefined {
  const origin = variables?.["API_ORIGIN"];
  return origin === undefined ? undefined : String(origin);
}
