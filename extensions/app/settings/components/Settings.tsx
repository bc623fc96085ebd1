import { Flex, type SettingsContext } from "@hubspot/ui-extensions";
import { FailureNotice } from "@medqual/ui/components/FailureNotice.tsx";
import { Loading } from "@medqual/ui/components/Loading.tsx";
import { StaleNotice } from "@medqual/ui/components/StaleNotice.tsx";
import { ReaderProvider } from "@medqual/ui/reader.tsx";
import { useMemo } from "react";
import { createRequests } from "../requests.ts";
import { useSettings } from "../use-settings.ts";
import { Desk } from "./Desk.tsx";

type Props = { readonly context: SettingsContext };

/** The settings page: the portal's playbook, and the connection to HubSpot. */
export function Settings({ context }: Props) {
  const origin = context.variables?.["API_ORIGIN"];
  return (
    <ReaderProvider user={context.user}>
      <Page origin={origin === undefined ? undefined : String(origin)} />
    </ReaderProvider>
  );
}

function Page({ origin }: { readonly origin: string | undefined }) {
  const requests = useMemo(() => createRequests(origin), [origin]);
  const { state, editor } = useSettings(requests);
  const { answer, failure } = state;
  const retry = () => void editor.reload();
  if (!answer) return failure ? <FailureNotice failure={failure} onRetry={retry} /> : <Loading />;
  return (
    <Flex direction="column" gap="medium">
      {failure ? <StaleNotice failure={failure} onRetry={retry} /> : null}
      <Desk answer={answer} state={state} editor={editor} requests={requests} />
    </Flex>
  );
}
