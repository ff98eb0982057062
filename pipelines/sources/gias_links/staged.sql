-- Links between establishments: who followed whom, merged or split, one row per published row.
-- key: file_id, source_row

select
    cells.* replace (
        try_cast(cells.urn as integer)                      as urn,
        try_cast(cells.link_urn as integer)                 as link_urn,
        translate(lower(cells.link_type), '‐‑‒–—', '-----') as link_type
    ),

    case when regexp_full_match(cells.urn, '\d{5,6}') then 'school' end as level

from cells
