-- What is looked for again at other persons of a tenant: numbers of documents and hashes of pictures, each as keyed one-way values.
-- The key is the tenant's, so the values say nothing without it, and those of two tenants never meet.

create table repeat_marks (
  tenant_id text not null,
  mark bigint not null,
  identification_id text not null,
  kind text not null,
  person_id text not null,
  primary key (tenant_id, mark, identification_id, kind),
  foreign key (tenant_id, person_id) references persons
);
create index repeat_marks_by_person on repeat_marks (tenant_id, person_id);
