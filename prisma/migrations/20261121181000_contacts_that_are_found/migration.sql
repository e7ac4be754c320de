-- What search reads of a contact, in the form of `foldName`. PostgreSQL keeps it: folding 100,000 names anew for each search
-- takes seconds. A search stays a scan, since LIKE is not leakproof and row-level security lets no trigram index answer it.
ALTER TABLE contacts ADD COLUMN search_text text GENERATED ALWAYS AS (
  regexp_replace(lower(normalize(
    coalesce(first_name || ' ', '') || coalesce(last_name || ' ', '') || coalesce(company_name || ' ', '') || coalesce(email, ''),
    NFKC)), '\s+', ' ', 'g')
) STORED;
