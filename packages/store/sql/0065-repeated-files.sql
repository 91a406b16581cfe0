-- Whether a file was sent for another person of the tenant is asked at every examination.

create index captures_by_file on captures (tenant_id, sha256);
