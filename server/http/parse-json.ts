/** Undefined is what no schema accepts: a body that is no JSON is refused like any other wrong one. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
