export const provisioning: readonly string[] = [
  `alter table portals add column provisioned_as text not null default ''`,
];
