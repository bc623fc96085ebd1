import type { Answered, Failure } from "@medqual/ui/ask-server.ts";
import { useCallback, useEffect, useState } from "react";

/** Asks once when it is first shown, and again when told to. */
export function useAnswer<Body>(ask: () => Promise<Answered<Body>>): {
  readonly answer: Body | null;
  readonly failure: Failure | null;
  readonly reload: () => void;
} {
  const [state, setState] = useState<{ answer: Body | null; failure: Failure | null }>({
    answer: null,
    failure: null,
  });
  const reload = useCallback(() => {
    void ask().then((answered) =>
      setState((former) =>
        answered.kind === "answered"
          ? { answer: answered.body, failure: null }
          : { ...former, failure: answered.failure },
      ),
    );
  }, [ask]);
  useEffect(reload, [reload]);
  return { ...state, reload };
}
