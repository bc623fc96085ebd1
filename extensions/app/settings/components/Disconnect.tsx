import {
  Accordion,
  Alert,
  Checkbox,
  Flex,
  Input,
  List,
  LoadingButton,
  Text,
} from "@hubspot/ui-extensions";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import { useSend } from "@medqual/ui/use-send.ts";
import { useState } from "react";
import type { ConnectionAnswer } from "../../../../src/view/settings-view.ts";
import type { Requests } from "../requests.ts";
import { settingsTexts } from "../texts.ts";
import { SendProblem } from "./SendProblem.tsx";

type Props = { readonly connection: ConnectionAnswer; readonly requests: Requests };

/** The way out: says what it removes, and asks for the account's id. */
export function Disconnect({ connection, requests }: Props) {
  const texts = useTexts(settingsTexts).disconnect;
  const format = useFormat();
  const [archives, setArchives] = useState(false);
  const [confirm, setConfirm] = useState("");
  const { state, send } = useSend(
    (intent: { readonly archives: boolean; readonly confirm: string }, key) =>
      requests.act("disconnections", { ...intent, key }),
    () => {},
  );
  const { portalId, removes } = connection;
  if (state.kind === "sent")
    return (
      <Alert title={texts.leaving} variant="success">
        <Text>{texts.leavingWhat}</Text>
      </Alert>
    );
  return (
    <Accordion title={texts.title} size="sm">
      <Flex direction="column" gap="small">
        <Text>{texts.what}</Text>
        <List variant="unordered-styled">
          <Text>{texts.records(format.number(removes.records))}</Text>
          <Text>{texts.decisions(format.number(removes.decisions))}</Text>
          <Text>{texts.versions(format.number(removes.versions))}</Text>
          <Text>{texts.stays(format.number(removes.properties.length))}</Text>
        </List>
        <Checkbox name="archives" checked={archives} onChange={(checked) => setArchives(checked)}>
          {texts.archive(format.number(removes.properties.length))}
        </Checkbox>
        <Input
          label={texts.confirm(portalId)}
          name="confirm"
          value={confirm}
          onChange={setConfirm}
        />
        <Flex>
          <LoadingButton
            variant="destructive"
            disabled={confirm.trim() !== portalId}
            loading={state.kind === "sending"}
            onClick={() => send({ archives, confirm: confirm.trim() })}
          >
            {texts.title}
          </LoadingButton>
        </Flex>
        <SendProblem state={state} />
      </Flex>
    </Accordion>
  );
}
