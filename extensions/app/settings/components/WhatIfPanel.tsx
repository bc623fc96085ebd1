import {
  Alert,
  Flex,
  Heading,
  ProgressBar,
  Statistics,
  StatisticsItem,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from "@hubspot/ui-extensions";
import { Loading } from "@medqual/ui/components/Loading.tsx";
import { failureText } from "@medqual/ui/failure-text.ts";
import { useFormat, useTexts } from "@medqual/ui/reader.tsx";
import { commonTexts } from "@medqual/ui/texts/common.ts";
import { useState } from "react";
import type { Choice, WhatIfView } from "../../../../src/view/settings-view.ts";
import { settingsTexts } from "../texts.ts";
import type { WhatIf } from "../use-what-if.ts";

type Props = {
  readonly whatIf: WhatIf;
  /** Of the draft that is shown; a count of another one is on its way out. */
  readonly revision: number;
  readonly statuses: readonly Choice[];
};

/** Who would pass, and who would move, if the draft were in force. */
export function WhatIfPanel({ whatIf, revision, statuses }: Props) {
  const texts = useTexts(settingsTexts).whatIf;
  const common = useTexts(commonTexts);
  const { view, failure } = whatIf;
  return (
    <Flex direction="column" gap="small">
      <Heading>{texts.title}</Heading>
      {failure ? <Text>{failureText(failure, common)}</Text> : null}
      {view ? (
        <Counted view={view} isOld={view.revision !== revision} statuses={statuses} />
      ) : failure ? null : (
        <Loading label={texts.counting} isSmall />
      )}
    </Flex>
  );
}

type CountedProps = {
  readonly view: WhatIfView;
  readonly isOld: boolean;
  readonly statuses: readonly Choice[];
};

function Counted({ view, isOld, statuses }: CountedProps) {
  const texts = useTexts(settingsTexts).whatIf;
  const format = useFormat();
  const number = (value: number | undefined) => format.number(value ?? 0);
  const { before, after, counted, total } = view;
  return (
    <>
      {isOld ? <Loading label={texts.counting} isSmall /> : null}
      {view.kind === "running" ? (
        <ProgressBar
          title={texts.counted(number(counted), number(total))}
          aria-label={texts.counting}
          value={counted}
          maxValue={Math.max(1, total)}
        />
      ) : null}
      {view.kind === "stopped" ? <Text>{texts.stopped}</Text> : null}
      <Statistics testId="what-if">
        <StatisticsItem label={texts.passing} number={number(view.passing)}>
          <Text variant="microcopy">{texts.ofAll(number(total))}</Text>
        </StatisticsItem>
        <StatisticsItem label={texts.mqls} number={number(after["mql"])}>
          <Text variant="microcopy">{texts.now(number(before["mql"]))}</Text>
        </StatisticsItem>
        <StatisticsItem label={texts.moving} number={number(view.flipped)}>
          <Text variant="microcopy">{texts.ofAll(number(total))}</Text>
        </StatisticsItem>
      </Statistics>
      {view.unread.length > 0 ? (
        <Alert title={texts.unread} variant="info">
          <Text>{view.unread.join(", ")}</Text>
        </Alert>
      ) : null}
      <Flips view={view} statuses={statuses} />
    </>
  );
}

const pageSize = 8;

function Flips({ view, statuses }: Omit<CountedProps, "isOld">) {
  const texts = useTexts(settingsTexts).whatIf;
  const format = useFormat();
  const [page, setPage] = useState(1);
  const labelOf = (status: string) => labelIn(statuses, status);
  if (view.flipped === 0) return view.kind === "done" ? <Text>{texts.nobody}</Text> : null;
  const pages = Math.ceil(view.flips.length / pageSize);
  const shown = Math.min(page, pages);
  return (
    <>
      <Text>
        {view.moves
          .map(
            (move) => `${labelOf(move.from)} → ${labelOf(move.to)}: ${format.number(move.count)}`,
          )
          .join(" · ")}
      </Text>
      <Table
        bordered
        density="condensed"
        testId="flips"
        paginated={pages > 1}
        page={shown}
        pageCount={pages}
        onPageChange={setPage}
      >
        <TableHead>
          <TableRow>
            <TableHeader>{texts.contact}</TableHeader>
            <TableHeader>{texts.move}</TableHeader>
            <TableHeader>{texts.reason}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {view.flips.slice((shown - 1) * pageSize, shown * pageSize).map((flip) => (
            <TableRow key={flip.contactId}>
              <TableCell>{flip.name}</TableCell>
              <TableCell>{`${labelOf(flip.from)} → ${labelOf(flip.to)}`}</TableCell>
              <TableCell>{flip.reason}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {view.flips.length < view.flipped ? (
        <Text variant="microcopy">{texts.first(format.number(view.flips.length))}</Text>
      ) : null}
    </>
  );
}

export function labelIn(choices: readonly Choice[], value: string): string {
  return choices.find((choice) => choice.value === value)?.label ?? value;
}
