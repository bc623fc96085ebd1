import { useEffect, useMemo, useRef, useState } from "react";
import { createEditor, type Editor, type EditorState, emptyEditor } from "./create-editor.ts";
import type { Requests } from "./requests.ts";

/** The settings and the draft being edited, for as long as the page is shown. */
export function useSettings(requests: Requests): {
  readonly state: EditorState;
  readonly editor: Editor;
} {
  const [state, setState] = useState<EditorState>(emptyEditor);
  const editor = useMemo(
    () =>
      createEditor({
        load: requests.settings,
        store: ({ revision, playbook }) =>
          requests.draft("/document", { revision, document: playbook }),
        onState: setState,
        schedule: (run, afterMs) => {
          const timer = setTimeout(run, afterMs);
          return () => clearTimeout(timer);
        },
      }),
    [requests],
  );
  const opened = useRef<Editor | null>(null);
  useEffect(() => {
    if (opened.current === editor) return;
    opened.current = editor;
    void editor.reload();
  }, [editor]);
  return { state, editor };
}
