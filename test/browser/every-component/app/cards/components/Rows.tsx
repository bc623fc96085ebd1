import {
  Accordion,
  DescriptionList,
  DescriptionListItem,
  Divider,
  Flex,
  List,
  Spacer,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
  Text,
  Tile,
} from "@hubspot/ui-extensions";
import { useState } from "react";

const people = ["Ada", "Bo", "Cleo"];

/** Three rows on two pages, sorted by a press on the header. */
export function Rows() {
  const [direction, setDirection] = useState<"ascending" | "descending">("ascending");
  const [page, setPage] = useState(1);
  const sorted = direction === "ascending" ? people : people.toReversed();
  return (
    <Flex direction="column" gap="small">
      <Table paginated pageCount={2} page={page} onPageChange={setPage}>
        <TableHead>
          <TableRow>
            <TableHeader
              sortDirection={direction}
              onSortChange={(next) => next !== "none" && setDirection(next)}
            >
              Name
            </TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {sorted.slice(2 * page - 2, 2 * page).map((name) => (
            <TableRow key={name}>
              <TableCell>{name}</TableCell>
            </TableRow>
          ))}
        </TableBody>
        <TableFooter>
          <TableRow>
            <TableCell>Three people</TableCell>
          </TableRow>
        </TableFooter>
      </Table>
      <Divider />
      <Spacer size="md" />
      <DescriptionList direction="row">
        <DescriptionListItem label="Mode">Observe</DescriptionListItem>
      </DescriptionList>
      <List variant="ordered">
        <Text>First</Text>
        <Text>Second</Text>
      </List>
      <Tile compact>
        <Text>In a tile</Text>
      </Tile>
      <Accordion title="Why">
        <Text>Because</Text>
      </Accordion>
    </Flex>
  );
}
