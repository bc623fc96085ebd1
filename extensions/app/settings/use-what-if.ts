import type { Failure } from "@medqual/ui/ask-server.ts";
import { useEffect, useState } from "react";
import type { WhatIfView } from "../../../src/view/settings-view.ts";
import type { Requests } from "./requests.ts";

const pollMs = 800;

export type WhatIf = {
  /** The newest count; while another revision is counted, that of the former one. */
  readonly view: WhatIfView | null;
  readonly failure: Failure | null;
};

/** What a revision of the draft would change, followed to the end of its count. */
export function useWhatIf(requests: Requests, revision: number | null): WhatIf {
  const [whatIf, setWhatIf] = useState<WhatIf>({ view: null, failure: null });

  useEffect(() => {
    if (revision === null) return;
    let isWanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = async (id: string | null): Promise<void> => {
      const answered = await (id === null ? requests.startWhatIf(revision) : requests.whatIf(id));
      if (!isWanted) return;
      if (answered.kind === "failed") {
        setWhatIf(({ view }) => ({ view, failure: answered.failure }));
        return;
      }
      const view = answered.body;
      setWhatIf({ view, failure: null });
      if (view.kind === "running") timer = setTimeout(() => void follow(view.id), pollMs);
    };
    void follow(null);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [requests, revision]);

  return whatIf;
}
