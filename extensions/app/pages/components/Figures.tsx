import { Divider, Flex, Inline, LoadingButton } from "@hubspot/ui-extensions";
import { Ago } from "@medqual/ui/components/Ago.tsx";
import { EmptyNotice } from "@medqual/ui/components/EmptyNotice.tsx";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import { commonTexts } from "@medqual/ui/texts/common.ts";
import { homeTexts } from "@medqual/ui/texts/home.ts";
import type { HomeAnswer } from "../../../../src/view/home-view.ts";
import { Backfill } from "./Backfill.tsx";
import { CountChart } from "./CountChart.tsx";
import { Marketing } from "./Marketing.tsx";
import { Mode, Problems } from "./Notices.tsx";
import { Sales } from "./Sales.tsx";

type Props = {
  readonly answer: HomeAnswer;
  readonly portalId: number;
  readonly isAsking: boolean;
  readonly onRefresh: () => void;
};

/** Everything that was counted. Marketing's figures come first, sales' apart from them. */
export function Figures({ answer, portalId, isAsking, onRefresh }: Props) {
  const texts = useTexts(homeTexts);
  const common = useTexts(commonTexts);
  const format = useFormat();
  const { view, backfill, problems, mode, at } = answer;
  const isEmpty = view.contacts === 0;
  return (
    <>
      <Problems problems={problems} />
      <Mode mode={mode} />
      {backfill === null ? null : <Backfill backfill={backfill} />}
      {isEmpty && backfill === null ? (
        <EmptyNotice title={texts.empty.title}>{texts.empty.body}</EmptyNotice>
      ) : null}
      {isEmpty ? null : (
        <Flex direction="column" gap="large">
          <Marketing marketing={view.marketing} />
          <Divider />
          <Sales sales={view.sales} portalId={portalId} />
          <Divider />
          <CountChart
            title={texts.moves.title(format.day(view.moves.since))}
            axis={texts.axis.move}
            lines={view.moves.lines}
            nothing={texts.moves.nothing}
          />
          <CountChart
            title={texts.hold.title}
            note={texts.hold.body}
            axis={texts.axis.field}
            lines={view.holdByField}
            nothing={texts.hold.nothing}
          />
        </Flex>
      )}
      <Inline gap="small" align="center">
        <Ago at={at}>{texts.counted}</Ago>
        <LoadingButton size="xs" loading={isAsking} onClick={onRefresh}>
          {common.refresh}
        </LoadingButton>
      </Inline>
    </>
  );
}
