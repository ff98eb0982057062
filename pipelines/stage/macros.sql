-- The only readers of published cells. A cell is a number or a reason, never both; a cell
-- that is neither stops the run. The reasons of each source come from codes/missing.csv.

-- A number as published: 1204, 1,204, 46.9%, £45,421, -0.35, .5, 8.47E-04. What DuckDB alone would take for numbers
-- (NaN, inf, 1_000) are not. The first branch is the quick one, and nearly every cell ends there.
create or replace macro published_number(cell) as
    case when isfinite(try_cast(cell as double)) then case when not contains(cell, '_') then try_cast(cell as double) end
         when regexp_full_match(trim(cell), '[-+]?£?([0-9]+|[1-9][0-9]{0,2}(,[0-9]{3})+)(\.[0-9]*)?%?')
         then try_cast(replace(replace(rtrim(trim(cell), '%'), ',', ''), '£', '') as double) end;

-- A date in any of the publishers' styles, day first: 01-09-2011, 01/09/2011, Sep  1 2011 12:00AM; also 2011-09-01.
create or replace macro published_date(cell) as
    case when length(trim(cell)) = 10 then try_strptime(trim(cell), ['%d-%m-%Y', '%d/%m/%Y', '%Y-%m-%d'])
         when length(trim(cell)) = 19 and trim(cell) similar to '[A-Z].*'
         then try_strptime(replace(trim(cell), '  ', ' '), '%b %d %Y %I:%M%p')
         when length(trim(cell)) between 16 and 19
         then try_strptime(trim(cell), ['%Y-%m-%d %H:%M:%S', '%d-%m-%Y %H:%M:%S', '%d/%m/%Y %H:%M:%S', '%d/%m/%Y %H:%M', '%b %d %Y %I:%M%p']) end::date;

-- An identifier as text, without what a program that took it for a number left behind it: 100001.0 → 100001.
create or replace macro published_identifier(cell) as
    nullif(regexp_replace(trim(cell), '^([0-9]+)\.0+$', '\1'), '');

-- Whether identifiers stand for the nation, or for the phase of it, rather than for a school.
create or replace macro published_national(la_code, estab, urn) as
    upper(la_code) = 'NAT' or coalesce(upper(urn) like 'NAT%', false) or coalesce(upper(estab) like 'NAT%', false);

-- The phase of a national row, in the letters that stand in the place of the establishment.
create or replace macro published_national_phase(la_code, estab, urn) as
    case upper(estab) when 'PRI' then 'primary' when 'SEC' then 'secondary' when 'SPE' then 'special'
         else case when published_national(la_code, estab, urn) then 'total' end end;

-- 201819, 2018/19 or 2018/2019 → 2019; null unless the years follow each other.
create or replace macro published_year(cell) as
    case when regexp_full_match(trim(cell), '(19|20)[0-9]{2}[-/_]?([0-9]{4}|[0-9]{2})')
          and ends_with((left(trim(cell), 4)::integer + 1)::varchar, ltrim(substr(trim(cell), 5), '-/_'))
         then (left(trim(cell), 4)::integer + 1)::smallint end;

-- Whose a row of the Department's statistics is: in words, if its identifiers say so too; null otherwise.
create or replace macro published_level(geographic_level, is_school, la_code, region_name) as
    case when geographic_level = 'School' and is_school                                      then 'school'
         when geographic_level = 'Local authority' and regexp_full_match(la_code, '\d{3}')   then 'local_authority'
         when geographic_level = 'Regional' and region_name is not null                      then 'region'
         when geographic_level = 'National'                                                  then 'national' end;

-- “State-funded primary”, “Primary schools”, “Primary” → primary; other words as they are, in small letters.
create or replace macro published_phase(words) as
    regexp_replace(lower(words), '^(state-funded )?(primary|secondary|special)( schools?)?$', '\2');

-- Whether a school chooses its pupils by ability, in the words of the register and the letters of the tables; null where neither says.
create or replace macro published_selective(policy) as
    case when policy ilike 'sel%' then true
         when policy ilike 'non-sel%' or policy ilike 'comp%' or policy ilike '%modern%' or upper(policy) in ('NSE', 'MOD') then false end;

-- Whether a type of establishment is an academy of some kind, in words or in the letters of the tables; null of other schools than the state's.
create or replace macro published_academy(type) as
    case when regexp_matches(lower(type), 'academy|free school|university technical|studio school|city technology')
           or upper(type) in ('AC', 'ACC', 'ACS', 'ACCS', 'AC1619', 'F', 'FS', 'F1619', 'UTC', 'FUTC', 'SS', 'FSS', 'CTC')  then true
         when regexp_matches(lower(type), '^(community|foundation|voluntary|local authority|pupil referral)')
           or upper(type) in ('CY', 'CYS', 'VA', 'VC', 'FD', 'FDS')                                                then false end;

-- The name of a body as people write it: one all in capitals gets small letters, but for the acronyms of the field and letters alone.
create or replace macro body_name(name) as
    case when name is null or name <> upper(name) or not regexp_matches(name, '[A-Z]{4}') then trim(name)
         else array_to_string(
             list_transform(
                 string_split(trim(regexp_replace(name, '\s+', ' ', 'g')), ' '),
                 (word, i) -> case when regexp_full_match(word, '[^A-Z]*(CE|C\.E\.|RC|MAT|CIO|UK|STEM|UTC|LEA|DRET|REACH2|ARK|AET|CET|QEGSMAT|ATT|NET|TKAT|GLF|II|III|IV|[A-Z]|[A-Z]\.([A-Z]\.)*)[^A-Z]*') then word
                                when i > 1 and word in ('AND', 'OF', 'THE', 'FOR', 'IN', 'AT', 'ON', 'TO')             then lower(word)
                                else regexp_replace(word[1] || lower(word[2:]), '^(\W)([a-z])', '\1\2') end
             ), ' ') end;

-- What leadership and governance on a report card stand for on the scale of grades before: 1 outstanding to 4 inadequate; null for other words.
create or replace macro published_report_card(words) as
    case lower(trim(words))
         when 'urgent improvement' then 4
         when 'needs attention'    then 3
         when 'expected standard'  then 2
         when 'strong standard'    then 2
         when 'exceptional'        then 1 end;

-- Of words that several rows say: that of the latest, or of the earliest, row with a date; of one date the later in the alphabet, or the earlier. Whatever order the rows are read in.
create or replace macro newest(x, said) as arg_max(x, (said, x)) filter (said is not null);
create or replace macro oldest(x, said) as arg_min(x, (said, x)) filter (said is not null);

-- What most rows say; of two said as often the later in the alphabet.
create or replace macro commonest(x) as
    list_max(list_transform(map_entries(histogram(x)), lambda e: {rows: e.value, x: e.key})).x;

-- A figure as one that adds up to the same sum in any order: to twelve decimals.
create or replace macro exact(x) as try_cast(x as decimal(38, 12));
