import { Flex, LoadingButton, StatusTag, Text } from "@hubspot/ui-extensions";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import { useSend } from "@medqual/ui/use-send.ts";
import type { DraftView, SettingsAnswer } from "../../../../src/view/settings-view.ts";
import type { Editor } from "../create-editor.ts";
import type { Requests } from "../requests.ts";
import { settingsTexts } from "../texts.ts";
import { SendProblem } from "./SendProblem.tsx";

type Props = Pick<DraftView, "approvals"> & {
  readonly of: object;
  readonly answer: SettingsAnswer;
  readonly editor: Editor;
  readonly requests: Requests;
  /** Something is not saved yet, so nobody knows what would be approved. */
  readonly isWaiting?: boolean;
};

/** The word of marketing and the word of sales. */
export function Approvals({ approvals, of, answer, editor, requests, isWaiting = false }: Props) {
  const texts = useTexts(settingsTexts).bar;
  const format = useFormat();
  const { state, send } = useSend(
    (intent: { readonly side: string; readonly of: object }, key) =>
      requests.act("approvals", { ...intent, key }),
    () => void editor.reload(),
  );
  return (
    <Flex direction="column" gap="extra-small">
      {approvals.map(({ side, label, given }) => (
        <Flex key={side} direction="row" gap="small" align="center" wrap="wrap">
          <StatusTag variant={given ? "success" : "default"} testId={`approval-${side}`}>
            {given ? texts.approved(label) : texts.waits(label)}
          </StatusTag>
          {given ? (
            <Text variant="microcopy">{`${given.by}, ${format.moment(given.at)}`}</Text>
          ) : null}
          {!given && answer.may.approve[side] ? (
            <LoadingButton
              size="xs"
              disabled={isWaiting}
              loading={state.kind === "sending" && state.intent.side === side}
              onClick={() => send({ side, of })}
            >
              {texts.approve(label)}
            </LoadingButton>
          ) : null}
        </Flex>
      ))}
      <SendProblem state={state} />
    </Flex>
  );
}
