import { Button, Flex, LoadingButton, Select } from "@hubspot/ui-extensions";
import { useTexts } from "@medqual/ui/reader.tsx";
import { useSend } from "@medqual/ui/use-send.ts";
import { useState } from "react";
import type { SettingsAnswer } from "../../../../src/view/settings-view.ts";
import type { Editor } from "../create-editor.ts";
import { optionsOf } from "../editing.tsx";
import type { Requests } from "../requests.ts";
import { settingsTexts } from "../texts.ts";
import { SendProblem } from "./SendProblem.tsx";

type Props = {
  readonly answer: SettingsAnswer;
  readonly editor: Editor;
  readonly requests: Requests;
};

/** A draft of what is in force, or of one of the operating models. */
export function BeginDraft({ answer, editor, requests }: Props) {
  const texts = useTexts(settingsTexts).bar;
  const [preset, setPreset] = useState("hybrid");
  const { state, send } = useSend(
    (intent: { readonly from: object; readonly revision: number }, key) =>
      requests.draft("", { ...intent, key }),
    editor.take,
  );
  const begin = (from: object) => send({ from, revision: answer.draftRevision });
  return (
    <Flex direction="column" gap="extra-small">
      <Flex direction="row" gap="small" align="end" wrap="wrap">
        <LoadingButton
          variant="primary"
          loading={state.kind === "sending"}
          onClick={() => begin({ kind: "in_force" })}
        >
          {texts.begin}
        </LoadingButton>
        <Select
          label={texts.preset}
          name="preset"
          value={preset}
          options={optionsOf(answer.choices.presets)}
          onChange={(value) => setPreset(String(value))}
        />
        <Button onClick={() => begin({ kind: "preset", preset })}>{texts.beginPreset}</Button>
      </Flex>
      <SendProblem state={state} />
    </Flex>
  );
}
