import {
  Alert,
  AutoGrid,
  BarChart,
  Box,
  Card,
  EmptyState,
  ErrorState,
  Flex,
  Heading,
  Icon,
  Inline,
  LineChart,
  LoadingSpinner,
  ProgressBar,
  ScoreCircle,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
  StatusTag,
  StepIndicator,
  Text,
} from "@hubspot/ui-extensions";

const data = [
  { week: "1", status: "MQL", count: 12 },
  { week: "1", status: "SQL", count: 4 },
  { week: "2", status: "MQL", count: 9 },
  { week: "2", status: "SQL", count: 6 },
];
const axes = {
  x: { field: "week", fieldType: "category", label: "Week" },
  y: { field: "count", fieldType: "linear", label: "Contacts" },
  options: { groupFieldByColor: "status", stacking: true },
} as const;

export function Pictures() {
  return (
    <Flex direction="column" gap="small">
      <Heading>Figures</Heading>
      <Statistics>
        <StatisticsItem label="MQL" number={12}>
          <StatisticsTrend direction="increase" value="3 this week" />
        </StatisticsItem>
      </Statistics>
      <AutoGrid columnWidth={200} gap="small" flexible>
        <BarChart data={data} axes={axes} options={{ title: "By week", showLegend: true }} />
        <BarChart
          data={data.slice(0, 2)}
          axes={{
            x: { field: "count", fieldType: "linear" },
            y: { field: "status", fieldType: "category" },
          }}
          options={{ title: "Now", showDataLabels: true }}
        />
        <LineChart data={data} axes={axes} options={{ title: "Moves" }} />
      </AutoGrid>
      <ProgressBar title="Back-fill" value={40} showPercentage />
      <StepIndicator stepNames={["Draft", "Approved", "Published"]} currentStep={1} />
      <ScoreCircle score={72} />
      <Inline gap="small">
        <Icon name="warning" screenReaderText="Attention" />
        <StatusTag variant="success">MQL</StatusTag>
      </Inline>
      <Box flex={1}>
        <Card>
          <Text>In a card</Text>
        </Card>
      </Box>
      <Alert title="Nothing is written" variant="info" />
      <EmptyState title="No drafts">
        <Text>Start one.</Text>
      </EmptyState>
      <ErrorState title="The server is away">
        <Text>Try again.</Text>
      </ErrorState>
      <LoadingSpinner label="Loading" />
    </Flex>
  );
}
