-- A partnership of any type: what makes it one, what it runs, since when, who says so, and how large it has been.
-- key: partnership_type, partnership

select
    partnership_type,
    partnership,
    said.partnership_name as name,
    said.programme,
    said.programme_name,
    found.* exclude (partnership_type, partnership, model, meets_definition),
    found.meets_definition,
    said.statutory_school_improvement,
    said.traded_school_improvement,
    said.traded_business_support,
    found.model,
    said.cost_per_year,
    said.started,
    said.started_precision,
    said.ended,
    said.ended_precision,
    said.phase_of_development,
    said.membership_source,
    said.source,
    said.source_url,
    said.source_date,
    said.evidence,
    said.note,
    said.schools,
    said.largest,
    said.sponsors,
    said.sponsors_evidence,
    said.former_names,
    said.no_members

from partnership_said as said
join partnership_found as found using (partnership_type, partnership)
