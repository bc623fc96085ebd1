import { Flex, Input, LoadingButton, Text } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import { useSend } from "@medqual/ui/use-send.ts";
import { type ReactNode, useState } from "react";
import type { DraftView } from "../../../../src/view/settings-view.ts";
import type { Editor } from "../create-editor.ts";
import type { Requests } from "../requests.ts";
import { settingsTexts } from "../texts.ts";
import { SendProblem } from "./SendProblem.tsx";

type Props = {
  readonly draft: DraftView;
  readonly mayPublish: boolean;
  readonly editor: Editor;
  readonly requests: Requests;
  /** What else can be done with the draft. */
  readonly children: ReactNode;
};

/** Puts the draft in force, once nothing is in its way. */
export function Publish({ draft, mayPublish, editor, requests, children }: Props) {
  const texts = useTexts(settingsTexts).bar;
  const [note, setNote] = useState("");
  const { state, send } = useSend(
    (intent: { readonly revision: number; readonly note: string }, key) =>
      requests.act("publications", { ...intent, key }),
    () => void editor.reload(),
  );
  return (
    <Flex direction="column" gap="extra-small">
      {draft.blockedBecause === null ? (
        <Input label={texts.note} name="note" value={note} onChange={setNote} />
      ) : (
        <Text variant="microcopy">{draft.blockedBecause}</Text>
      )}
      <Flex direction="row" gap="small" wrap="wrap">
        <LoadingButton
          variant="primary"
          disabled={!mayPublish || draft.blockedBecause !== null}
          loading={state.kind === "sending"}
          onClick={() => send({ revision: draft.revision, note })}
        >
          {texts.publish}
        </LoadingButton>
        {children}
      </Flex>
      <SendProblem state={state} />
    </Flex>
  );
}
