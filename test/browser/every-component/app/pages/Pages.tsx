import { hubspot, Text } from "@hubspot/ui-extensions";
import { createPageRouter, PageLink, PageRoutes, usePageRoute } from "@hubspot/ui-extensions/pages";

const Router = createPageRouter(
  <PageRoutes>
    <PageRoutes.IndexRoute component={First} />
    <PageRoutes.Route path="/offers/:offer" component={Offer} />
  </PageRoutes>,
);

hubspot.extend<"pages">(() => <Router />);

function First() {
  return (
    <PageLink to="/offers/:offer" params={{ offer: "demo" }}>
      To the demo offer
    </PageLink>
  );
}

function Offer() {
  return <Text testId="where">{`offer ${usePageRoute().params["offer"] ?? ""}`}</Text>;
}
