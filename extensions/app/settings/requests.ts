import { type Answered, askServer } from "@medqual/ui/ask-server.ts";
import type {
  ConnectionAnswer,
  PropertiesAnswer,
  SettingsAnswer,
  VersionView,
  WhatIfView,
} from "../../../src/view/settings-view.ts";

const base = "/api/settings";

type Body = Readonly<Record<string, unknown>>;
export type VersionsAnswer = { readonly versions: readonly VersionView[] };

/** The server's settings, asked for through HubSpot. */
export type Requests = ReturnType<typeof createRequests>;

export function createRequests(origin: string | undefined) {
  return {
    settings: () => askServer({ origin, path: base }, having<SettingsAnswer>("inForce")),
    /** Answers with the settings as they are afterwards. */
    draft: (path: "" | "/document" | "/discard", body: Body) =>
      askServer({ origin, path: `${base}/draft${path}`, body }, having<SettingsAnswer>("inForce")),
    startWhatIf: (revision: number): Promise<Answered<WhatIfView>> =>
      askServer(
        { origin, path: `${base}/what-ifs`, body: { revision } },
        having<WhatIfView>("moves"),
      ),
    whatIf: (id: string): Promise<Answered<WhatIfView>> =>
      askServer(
        { origin, path: `${base}/what-ifs?id=${encodeURIComponent(id)}` },
        having<WhatIfView>("moves"),
      ),
    properties: () =>
      askServer({ origin, path: `${base}/properties` }, having<PropertiesAnswer>("contact")),
    versions: () =>
      askServer({ origin, path: `${base}/versions` }, having<VersionsAnswer>("versions")),
    connection: () =>
      askServer({ origin, path: `${base}/connection` }, having<ConnectionAnswer>("scopes")),
    /** Anything else that a button does. */
    act: (path: string, body: Body) =>
      askServer({ origin, path: `${base}/${path}`, body }, (answer): answer is object => {
        return typeof answer === "object" && answer !== null;
      }),
  };
}

function having<T>(key: keyof T & string) {
  return (answer: unknown): answer is T =>
    typeof answer === "object" && answer !== null && key in answer;
}
